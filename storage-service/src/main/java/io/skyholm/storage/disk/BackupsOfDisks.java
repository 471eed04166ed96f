package io.skyholm.storage.disk;

import io.skyholm.events.storage.BackupStatus;
import io.skyholm.storage.encryption.KeptKeys;
import io.skyholm.storage.encryption.SealedKeys;
import io.skyholm.storage.encryption.SealedKeys.Place;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The backups of disks as disks have to know them; their room stands above. */
public interface BackupsOfDisks {

    /**
     * What disks have to know of one.
     *
     * @param baseObjectIds the objects that its own stands on, the one with all bytes first
     */
    record Known(
            UUID id,
            UUID tenantId,
            UUID objectId,
            List<UUID> baseObjectIds,
            int sizeGb,
            BackupStatus status,
            @Nullable String checksumSha256,
            @Nullable String keysSealed) {

        /** The objects that make its bytes. */
        List<UUID> objectIds() {
            return Stream.concat(baseObjectIds.stream(), Stream.of(objectId)).toList();
        }

        /** What opens its bytes; empty where they are not encrypted. */
        Optional<KeptKeys> keys() {
            return Optional.ofNullable(keysSealed)
                    .map(kept -> new KeptKeys(kept, new Place(SealedKeys.OF_BACKUP, tenantId, id)));
        }
    }

    /** A select of what is {@link Known} of the backup {@code $1}, which stays so until the transaction ends. */
    String held();
}
