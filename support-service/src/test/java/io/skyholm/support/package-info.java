/** The support service as its callers meet it. */
@NullMarked
package io.skyholm.support;

import org.jspecify.annotations.NullMarked;
