/** Backups: the bytes of snapshots in the object store, apart from the machines of their disks. */
@NullMarked
package io.skyholm.storage.backup;

import org.jspecify.annotations.NullMarked;
