package io.skyholm.storage.disk;

import io.skyholm.events.storage.DiskSnapshotStatus;
import io.skyholm.storage.encryption.KeptKeys;
import io.skyholm.storage.encryption.SealedKeys;
import io.skyholm.storage.encryption.SealedKeys.Place;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The snapshots of disks as disks have to know them; their room stands above. */
public interface SnapshotsOfDisks {

    /** So many are named where they are in the way. */
    int NAMED = 3;

    /** What disks have to know of one. */
    record Known(
            UUID id,
            UUID tenantId,
            UUID diskId,
            UUID storagePoolId,
            int sizeGb,
            DiskSnapshotStatus status,
            @Nullable String keysSealed) {

        /** What opens its bytes; empty where they are not encrypted. */
        Optional<KeptKeys> keys() {
            return Optional.ofNullable(keysSealed)
                    .map(kept -> new KeptKeys(kept, new Place(SealedKeys.OF_SNAPSHOT, tenantId, id)));
        }
    }

    /** A select of what is {@link Known} of the snapshot {@code $1}, which stays so until the transaction ends. */
    String held();

    /** A select that answers with a row for each snapshot of the disk {@code $1} that its host may still be copying. */
    String unfinished();

    /** A select of the names of the disk's {@code $1} snapshots, of which one more than {@link #NAMED} is enough. */
    String names();

    /** The same of those that nobody has deleted: the others are no copies that somebody would miss, and end by themselves. */
    String keptNames();
}
