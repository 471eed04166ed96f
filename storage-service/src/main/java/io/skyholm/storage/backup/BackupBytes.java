package io.skyholm.storage.backup;

import io.skyholm.storage.Gib;
import java.util.UUID;

/** The bytes of a backup that the store has, as the room knows them that gives them out. */
public record BackupBytes(UUID id, UUID objectId, int sizeGb, String checksumSha256) {

    public long sizeBytes() {
        return Gib.bytes(sizeGb);
    }
}
