/** How machines become empty. */
@NullMarked
package io.skyholm.compute.drain;

import org.jspecify.annotations.NullMarked;
