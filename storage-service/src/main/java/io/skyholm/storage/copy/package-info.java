/** Bytes of snapshots on their way to be those of images' versions. */
@NullMarked
package io.skyholm.storage.copy;

import org.jspecify.annotations.NullMarked;
