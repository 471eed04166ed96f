package io.skyholm.events.host;

import io.skyholm.events.storage.DiskFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that a disk begins with, as the object store has them.
 *
 * @param sha256 what they were verified to be, in hexadecimal
 * @param encrypted whether they are those of an encrypted disk, with the header that its key opens; null for bytes as they are
 */
public record DiskSource(
        UUID objectId,
        DiskFormat format,
        String sha256,
        @Nullable Boolean encrypted) {

    /** Bytes as they are. */
    public DiskSource(UUID objectId, DiskFormat format, String sha256) {
        this(objectId, format, sha256, null);
    }

    /** Whether only a key makes a disk of them. */
    public boolean holdsEncrypted() {
        return Boolean.TRUE.equals(encrypted);
    }
}
