/** Disks on their way to another pool, of the same type or another one. */
@NullMarked
package io.skyholm.storage.moving;

import org.jspecify.annotations.NullMarked;
