package io.skyholm.storage.backup;

import io.skyholm.events.difference.Layers;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.object.StoredObjects;
import io.skyholm.storage.snapshot.ReadSnapshots.ReadableSnapshot;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** On which backup of a disk the next can stand, so that only what has changed since is stored of it. */
@Singleton
class BackupBases {

    /** After so many all bytes are stored again: whoever reads the last reads all that it stands on, which stays as long as one of them does. */
    static final int MOST_DIFFERENCES = Layers.MOST_DIFFERENCES;

    /**
     * A backup that others can stand on. It stays what it is until the transaction ends.
     *
     * @param baseObjectIds the objects that it stands on itself
     */
    record Base(UUID id, UUID snapshotId, UUID objectId, List<UUID> baseObjectIds) {

        private boolean bearsAnother() {
            return baseObjectIds.size() < MOST_DIFFERENCES;
        }
    }

    /**
     * Hosts can tell what has changed where disks are images in Ceph, and while the snapshot is there. On one on which another was to stand that never was
     * a backup none is to stand again: whatever kept the two from making what the host had may do so once more. All lie in one store.
     */
    private static final String LAST = """
            select kept.id, kept.snapshot_id, kept.object_id, kept.base_object_ids
            from backup kept
                join disk_snapshot taken on taken.id = kept.snapshot_id
                join disk on disk.id = kept.disk_id
                join stored_object stored on stored.id = kept.object_id
            where kept.disk_id = $1 and kept.status = 'AVAILABLE' and kept.deleted_at is null
                and taken.status = 'AVAILABLE' and taken.deleted_at is null and ($2::uuid is null or taken.id < $2)
                and disk.rbd_image_name is not null and disk.compute_machine_id = taken.compute_machine_id
                and disk.encrypted = kept.encrypted and stored.file_server_id = $3
                and not exists (
                    select from backup failed where failed.base_backup_id = kept.id and failed.checksum_sha256 is null
                        and (failed.status <> 'CREATING' or failed.deleted_at is not null))
            order by taken.id desc limit 1 for share of kept""";

    private final StoredObjects objects;

    BackupBases(StoredObjects objects) {
        this.objects = objects;
    }

    /** The one on which a backup of that snapshot can stand, which was made of an earlier one. */
    Uni<Optional<Base>> of(Work work, ReadableSnapshot snapshot) {
        return last(work, snapshot.diskId(), snapshot.id());
    }

    /** The one on which a backup of a snapshot can stand that is yet to be made. */
    Uni<Optional<Base>> ofNext(Work work, UUID disk) {
        return last(work, disk, null);
    }

    private Uni<Optional<Base>> last(Work work, UUID disk, @Nullable UUID before) {
        return work.find(Base.class, LAST, disk, before, objects.fileServerId())
                .map(found -> found.filter(Base::bearsAnother));
    }
}
