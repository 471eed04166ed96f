/** Images: what disks are made from, and who may use it. */
@NullMarked
package io.skyholm.storage.image;

import org.jspecify.annotations.NullMarked;
