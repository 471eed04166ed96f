/** Storage: images of disks, their versions, their tags and their bytes. */
@NullMarked
package io.skyholm.storage;

import org.jspecify.annotations.NullMarked;
