/** Snapshots: the bytes that disks had at one moment. */
@NullMarked
package io.skyholm.storage.snapshot;

import org.jspecify.annotations.NullMarked;
