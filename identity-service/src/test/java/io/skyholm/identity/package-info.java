/** The identity service as its callers meet it. */
@NullMarked
package io.skyholm.identity;

import org.jspecify.annotations.NullMarked;
