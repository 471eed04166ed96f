/** The keys of encrypted disks, and of what has their bytes. */
@NullMarked
package io.skyholm.storage.encryption;

import org.jspecify.annotations.NullMarked;
