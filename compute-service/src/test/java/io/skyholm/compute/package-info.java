/** The compute service as its callers and its hosts meet it. */
@NullMarked
package io.skyholm.compute;

import org.jspecify.annotations.NullMarked;
