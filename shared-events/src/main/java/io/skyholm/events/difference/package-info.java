/** What a disk has otherwise than at a moment before, as hosts leave it with the object store and as whoever reads a disk of it reads it. It needs only the JDK. */
@NullMarked
package io.skyholm.events.difference;

import org.jspecify.annotations.NullMarked;
