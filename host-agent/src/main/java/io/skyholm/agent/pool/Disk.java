package io.skyholm.agent.pool;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A disk or a snapshot of one, as its pool has it.
 *
 * @param whole false for what is left of one that was not made to the end
 * @param sizeBytes how large it is for whoever uses it, without the header of an encrypted one
 * @param restoredAt the generation by which it was last given the bytes of a snapshot; 0 where it never was
 * @param keyVersion that of the key that opens it, and nothing else does; 0 where that is not certain yet, and null for one that is not
 *     encrypted
 */
public record Disk(
        UUID id,
        long sizeBytes,
        boolean whole,
        long restoredAt,
        @Nullable Integer keyVersion) {

    /** One that is not encrypted. */
    public Disk(UUID id, long sizeBytes, boolean whole, long restoredAt) {
        this(id, sizeBytes, whole, restoredAt, null);
    }

    /** One that was never given the bytes of a snapshot in place of its own. */
    public Disk(UUID id, long sizeBytes, boolean whole) {
        this(id, sizeBytes, whole, 0);
    }

    /** Whether only a key opens it. */
    public boolean isEncrypted() {
        return keyVersion != null;
    }

    /** The same, by that generation. */
    public Disk restored(long generation) {
        return new Disk(id, sizeBytes, whole, generation, keyVersion);
    }

    /** The same, which the key of that version opens. */
    public Disk openedBy(@Nullable Integer version) {
        return new Disk(id, sizeBytes, whole, restoredAt, version);
    }
}
