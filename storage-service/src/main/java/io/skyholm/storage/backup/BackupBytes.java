package io.skyholm.storage.backup;

import io.skyholm.storage.Gib;
import io.skyholm.storage.object.ObjectChain;
import java.util.List;
import java.util.UUID;

/** The bytes of a backup that the store has, as the room knows them that gives them out. */
public record BackupBytes(UUID id, UUID objectId, List<UUID> baseObjectIds, int sizeGb, String checksumSha256) {

    /** All that has to be read for them. */
    public ObjectChain chain() {
        return ObjectChain.of(baseObjectIds, objectId, Gib.bytes(sizeGb));
    }
}
