package io.skyholm.storage.disk;

import io.skyholm.events.storage.DiskSnapshotStatus;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.encryption.KeptKeys;
import io.skyholm.storage.encryption.SealedKeys;
import io.skyholm.storage.encryption.SealedKeys.Place;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The snapshots of disks as disks have to know them; their room stands above. */
public interface SnapshotsOfDisks {

    /** Under which snapshots are woken. */
    String KIND = "disk-snapshot";

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
            @Nullable String statusReason,
            @Nullable String keysSealed) {

        /** What opens its bytes; empty where they are not encrypted. */
        Optional<KeptKeys> keys() {
            return Optional.ofNullable(keysSealed)
                    .map(kept -> new KeptKeys(kept, new Place(SealedKeys.OF_SNAPSHOT, tenantId, id)));
        }
    }

    /** A snapshot that was taken for a clone, which is to be a disk of that id. */
    record MadeForClone(UUID disk, UUID snapshot) {}

    /** Who takes snapshots for clones; whoever makes clones stands below. */
    interface ForClones {

        /** Has one taken of the disk by the same rules as for whoever asks for one; it goes when nobody reads it any more. */
        Uni<MadeForClone> take(Work work, UUID disk);
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
