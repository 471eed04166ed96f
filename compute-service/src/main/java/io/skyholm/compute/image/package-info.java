/** The images that instances boot from, as storage has told of them. */
@NullMarked
package io.skyholm.compute.image;

import org.jspecify.annotations.NullMarked;
