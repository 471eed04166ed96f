package io.skyholm.storage.version;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.skyholm.events.storage.DiskFormat;
import io.skyholm.events.storage.ImageVersionStatus;
import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A version of an image as callers see it. */
@Schema(name = "ImageVersion")
public record VersionView(
        UUID id,
        long generation,

        @Schema(description = "Absent for the platform's own") @Nullable UUID tenantId,

        UUID imageId,
        String versionNumber,
        @Nullable String versionName,
        @Nullable String releaseNotes,
        @Nullable UUID parentVersionId,
        DiskFormat diskFormat,
        @JsonProperty("isLatest") boolean isLatest,
        @JsonProperty("isDefault") boolean isDefault,
        ImageVersionStatus status,
        @Nullable String failureReason,
        @Nullable String sourceUrl,
        @Nullable Instant importUntil,

        @Schema(description = "The snapshot whose bytes it has; absent where it has others") @Nullable UUID sourceSnapshotId,

        @Nullable String statusReason,
        @Nullable Long receivedBytes,
        @Nullable String filePath,
        @Nullable String fileServerId,
        @Nullable Long sizeBytes,
        @Nullable Integer sizeGb,
        @Nullable String checksumSha256,
        @Nullable String checksumMd5,

        @Schema(description = "When it is deleted, as its owner has chosen; absent where it stays") @Nullable Instant expiresAt,

        @Schema(description = "Why it is still there although it has expired; absent where it has not") @Nullable String expiryBlocker,

        @Schema(description = "Until when it can be restored; absent unless it was deleted and waits for that time")
        @Nullable Instant deletableAt,

        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy,
        @Nullable Instant deletedAt)
        implements Versioned {}
