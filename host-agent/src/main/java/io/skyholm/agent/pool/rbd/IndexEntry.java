package io.skyholm.agent.pool.rbd;

import io.skyholm.agent.pool.Disk;
import java.util.UUID;

/**
 * What the index says of a disk, a snapshot or an image's bytes.
 *
 * @param image the name of the RBD image that has its bytes
 * @param sizeBytes how large it is
 * @param whole false for a snapshot that is being made, and for whatever is being removed
 * @param restoredAt the generation by which a disk was last given the bytes of a snapshot; 0 where it never was
 * @param depth how many images lie below it, in which is looked for what it has not written itself
 */
record IndexEntry(String image, long sizeBytes, boolean whole, long restoredAt, int depth) {

    Disk of(UUID id) {
        return new Disk(id, sizeBytes, whole, restoredAt);
    }

    IndexEntry sized(long bytes) {
        return new IndexEntry(image, bytes, whole, restoredAt, depth);
    }

    IndexEntry whole(boolean isWhole) {
        return new IndexEntry(image, sizeBytes, isWhole, restoredAt, depth);
    }

    IndexEntry restored(long generation) {
        return new IndexEntry(image, sizeBytes, whole, generation, depth);
    }
}
