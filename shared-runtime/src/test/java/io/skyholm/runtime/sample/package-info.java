/** A room as services have them, on which the runtime is tried. */
@NullMarked
package io.skyholm.runtime.sample;

import org.jspecify.annotations.NullMarked;
