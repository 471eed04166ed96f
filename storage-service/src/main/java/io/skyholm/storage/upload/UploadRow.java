package io.skyholm.storage.upload;

import io.skyholm.storage.StorageSettings;
import java.util.UUID;

/** An upload as whoever wants to send the next part finds it. */
record UploadRow(
        UUID id,
        long generation,
        UUID versionId,
        UploadStatus status,
        long uploadLength,
        long uploadOffset,
        boolean isBusy,
        boolean isExpired,
        int parts,
        int attempts) {

    /** Refuses a part that cannot be the next. */
    UploadLease take(long offset, UUID leaseId, StorageSettings settings) {
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
        if (parts >= settings.mostParts()) {
            throw UploadProblems.tooManyParts(settings.mostParts());
        }
        if (attempts >= settings.mostAttempts()) {
            throw UploadProblems.tooManyAttempts(settings.mostAttempts());
        }
        return new UploadLease(id, versionId, leaseId, offset, uploadLength);
    }
}
