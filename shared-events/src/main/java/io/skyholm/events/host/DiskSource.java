package io.skyholm.events.host;

import io.skyholm.events.storage.DiskFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that a disk begins with, as the object store has them.
 *
 * @param objectId all of them, or those that the first difference stands on
 * @param sha256 what they were verified to be, in hexadecimal, with all differences
 * @param encrypted whether they are those of an encrypted disk, with the header that its key opens; null for bytes as they are
 * @param differenceIds the objects of the {@link io.skyholm.events.difference.Difference}s that stand on it, one on the other; null where there are none
 */
public record DiskSource(
        UUID objectId,
        DiskFormat format,
        String sha256,
        @Nullable Boolean encrypted,
        @Nullable List<UUID> differenceIds) {

    /** Bytes that one object has. */
    public DiskSource(UUID objectId, DiskFormat format, String sha256, @Nullable Boolean encrypted) {
        this(objectId, format, sha256, encrypted, null);
    }

    /** Bytes as they are. */
    public DiskSource(UUID objectId, DiskFormat format, String sha256) {
        this(objectId, format, sha256, null);
    }

    /** The objects that have them, what stands on others behind these. */
    public List<UUID> objectIds() {
        return differenceIds == null
                ? List.of(objectId)
                : Stream.concat(Stream.of(objectId), differenceIds.stream()).toList();
    }

    /** The object by which these bytes are told from all others. */
    public UUID lastObjectId() {
        return objectIds().getLast();
    }

    /** Whether only a key makes a disk of them. */
    public boolean holdsEncrypted() {
        return Boolean.TRUE.equals(encrypted);
    }
}
