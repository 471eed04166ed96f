/** The billing service as its callers meet it. */
@NullMarked
package io.skyholm.billing;

import org.jspecify.annotations.NullMarked;
