/** The audit service as its callers meet it. */
@NullMarked
package io.skyholm.audit;

import org.jspecify.annotations.NullMarked;
