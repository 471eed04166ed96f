package io.skyholm.storage.upload;

import java.util.UUID;

/**
 * That one request, and no other, may send the next piece of an upload.
 *
 * @param holder whose it is; a name that nobody else has
 */
record Hold(UUID uploadId, UUID versionId, UUID holder, long offset, long length) {

    /** Under which the store has the piece: names of two holders never meet. */
    String part() {
        return "%016x-%s".formatted(offset, holder);
    }

    long left() {
        return length - offset;
    }

    boolean isCompleteWith(long size) {
        return offset + size == length;
    }
}
