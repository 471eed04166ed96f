package io.skyholm.agent.pool.rbd;

import io.skyholm.agent.pool.Disk;
import io.skyholm.agent.pool.luks.LuksDisk;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the index says of a disk, a snapshot or an image's bytes.
 *
 * @param image the name of the RBD image that has its bytes
 * @param sizeBytes how large the image is, with the header of an encrypted one
 * @param whole false for a snapshot that is being made, and for whatever is being removed
 * @param restoredAt the generation by which a disk was last given the bytes of a snapshot; 0 where it never was
 * @param depth how many images lie below it, in which is looked for what it has not written itself
 * @param keyVersion that of the key that opens an encrypted disk, and nothing else does; 0 where that is not certain yet, and null where it is not
 *     encrypted
 * @param sha256 of all bytes of what an export has left with the object store; null until then, and of all else
 * @param differenceBytes how many bytes the difference has that an export has left; null where it has left all bytes, and of all else
 */
record IndexEntry(
        String image,
        long sizeBytes,
        boolean whole,
        long restoredAt,
        int depth,
        @Nullable Integer keyVersion,
        @Nullable String sha256,
        @Nullable Long differenceBytes) {

    /** One that is not encrypted. */
    IndexEntry(String image, long sizeBytes, boolean whole, long restoredAt, int depth) {
        this(image, sizeBytes, whole, restoredAt, depth, null, null, null);
    }

    /** One of which nothing was left with the store. */
    IndexEntry(String image, long sizeBytes, boolean whole, long restoredAt, int depth, @Nullable Integer keyVersion) {
        this(image, sizeBytes, whole, restoredAt, depth, keyVersion, null, null);
    }

    Disk of(UUID id) {
        return new Disk(id, sizeBytes - header(), whole, restoredAt, keyVersion);
    }

    boolean isEncrypted() {
        return keyVersion != null;
    }

    /** How many bytes lie before those of the disk. */
    long header() {
        return isEncrypted() ? LuksDisk.HEADER : 0;
    }

    IndexEntry named(String name) {
        return new IndexEntry(name, sizeBytes, whole, restoredAt, depth, keyVersion, sha256, differenceBytes);
    }

    IndexEntry sized(long bytes) {
        return new IndexEntry(image, bytes, whole, restoredAt, depth, keyVersion, sha256, differenceBytes);
    }

    IndexEntry whole(boolean isWhole) {
        return new IndexEntry(image, sizeBytes, isWhole, restoredAt, depth, keyVersion, sha256, differenceBytes);
    }

    IndexEntry restored(long generation) {
        return new IndexEntry(image, sizeBytes, whole, generation, depth, keyVersion, sha256, differenceBytes);
    }

    IndexEntry openedBy(@Nullable Integer version) {
        return new IndexEntry(image, sizeBytes, whole, restoredAt, depth, version, sha256, differenceBytes);
    }

    /** It has left its bytes, or a difference of so many. */
    IndexEntry left(String sum, @Nullable Long difference) {
        return new IndexEntry(image, sizeBytes, true, restoredAt, depth, keyVersion, sum, difference);
    }
}
