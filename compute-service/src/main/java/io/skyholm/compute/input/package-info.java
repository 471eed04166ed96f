/** The forms in which callers of compute write things, and their checks. */
@NullMarked
package io.skyholm.compute.input;

import org.jspecify.annotations.NullMarked;
