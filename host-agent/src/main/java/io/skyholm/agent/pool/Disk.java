package io.skyholm.agent.pool;

import java.util.UUID;

/**
 * A disk or a snapshot of one, as its pool has it.
 *
 * @param whole false for what is left of one that was not made to the end
 * @param restoredAt the generation by which it was last given the bytes of a snapshot; 0 where it never was
 */
public record Disk(UUID id, long sizeBytes, boolean whole, long restoredAt) {

    /** One that was never given the bytes of a snapshot in place of its own. */
    public Disk(UUID id, long sizeBytes, boolean whole) {
        this(id, sizeBytes, whole, 0);
    }
}
