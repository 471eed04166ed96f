/** What holds for the runtime as a whole. */
@NullMarked
package io.skyholm.runtime;

import org.jspecify.annotations.NullMarked;
