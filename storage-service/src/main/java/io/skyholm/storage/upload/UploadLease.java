package io.skyholm.storage.upload;

import java.util.UUID;

/**
 * That one sender, and no other, may bring the next part of an upload.
 *
 * @param id a name that no other lease has
 */
record UploadLease(UUID uploadId, UUID versionId, UUID id, long offset, long length) {

    /** Under which the store has the part: names of two leases never meet. */
    String partName() {
        return "%016x-%s".formatted(offset, id);
    }

    long left() {
        return length - offset;
    }

    boolean isCompleteWith(long size) {
        return offset + size == length;
    }
}
