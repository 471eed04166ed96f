/** What there is room for, shown without claiming any of it. */
@NullMarked
package io.skyholm.compute.capacity;

import org.jspecify.annotations.NullMarked;
