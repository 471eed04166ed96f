/** How large an instance is, and where that comes from. */
@NullMarked
package io.skyholm.compute.size;

import org.jspecify.annotations.NullMarked;
