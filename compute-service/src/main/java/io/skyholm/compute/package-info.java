/** Compute: machines, places on them, and the instances that run there. */
@NullMarked
package io.skyholm.compute;

import org.jspecify.annotations.NullMarked;
