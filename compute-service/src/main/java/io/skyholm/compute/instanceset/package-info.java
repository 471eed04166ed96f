/** Instances that belong together. */
@NullMarked
package io.skyholm.compute.instanceset;

import org.jspecify.annotations.NullMarked;
