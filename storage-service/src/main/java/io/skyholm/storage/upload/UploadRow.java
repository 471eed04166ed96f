package io.skyholm.storage.upload;

import java.util.UUID;

/** An upload as whoever wants to send the next piece finds it. */
record UploadRow(
        UUID id,
        long generation,
        UUID versionId,
        UploadStatus status,
        long uploadLength,
        long uploadOffset,
        boolean isBusy,
        boolean isExpired,
        int parts) {

    /** Refuses a piece that cannot be the next. */
    Hold take(long offset, UUID holder, int mostParts) {
        if (status == UploadStatus.COMPLETED) {
            throw UploadProblems.complete();
        }
        if (status != UploadStatus.OPEN || isExpired) {
            throw UploadProblems.notFound();
        }
        if (isBusy) {
            throw UploadProblems.busy();
        }
        if (offset != uploadOffset) {
            throw UploadProblems.otherOffset(uploadOffset);
        }
        if (parts >= mostParts) {
            throw UploadProblems.tooManyParts(mostParts);
        }
        return new Hold(id, versionId, holder, offset, uploadLength);
    }
}
