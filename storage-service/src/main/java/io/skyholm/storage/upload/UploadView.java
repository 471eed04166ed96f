package io.skyholm.storage.upload;

import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An upload as callers see it. */
@Schema(name = "ImageUpload")
public record UploadView(
        UUID id,
        long generation,

        @Schema(description = "Absent for the platform's own") @Nullable UUID tenantId,

        UUID imageId,
        UUID versionId,
        UploadStatus status,
        long uploadLength,
        long uploadOffset,
        @Nullable String metadata,
        Instant expiresAt,
        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable Instant endedAt)
        implements Versioned {

    /** Whether a client may go on with it, or learn that nothing is left to do. */
    boolean canBeAsked() {
        return status == UploadStatus.OPEN || status == UploadStatus.COMPLETED;
    }
}
