/** Time that can be moved, and time that cannot. */
@NullMarked
package io.skyholm.runtime.time;

import org.jspecify.annotations.NullMarked;
