/** Which machine an instance gets, and why it gets none. */
@NullMarked
package io.skyholm.compute.placement;

import org.jspecify.annotations.NullMarked;
