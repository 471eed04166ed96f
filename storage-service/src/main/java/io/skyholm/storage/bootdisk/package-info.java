/** Boot disks: what compute wants of the disk that an instance boots from, and what it is told of it. */
@NullMarked
package io.skyholm.storage.bootdisk;

import org.jspecify.annotations.NullMarked;
