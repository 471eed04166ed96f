package io.skyholm.storage.schedule;

import io.skyholm.events.storage.BackupStatus;
import io.skyholm.events.storage.DiskSnapshotStatus;
import io.skyholm.storage.backup.ScheduledBackups;
import io.skyholm.storage.snapshot.ScheduledSnapshots;
import java.time.Instant;
import java.util.UUID;

/**
 * A snapshot or a backup that a schedule had made.
 *
 * @param isUsable whether a disk can be made of it
 * @param hasFailed whether it may never be usable
 */
record Kept(UUID id, boolean isUsable, boolean hasFailed, Instant createdAt) {

    static Kept of(ScheduledSnapshots.Kept snapshot) {
        return new Kept(
                snapshot.id(),
                snapshot.status() == DiskSnapshotStatus.AVAILABLE,
                snapshot.status() == DiskSnapshotStatus.ERROR,
                snapshot.createdAt());
    }

    static Kept of(ScheduledBackups.Kept backup) {
        return new Kept(
                backup.id(),
                backup.status() == BackupStatus.AVAILABLE,
                backup.status() == BackupStatus.ERROR,
                backup.createdAt());
    }
}
