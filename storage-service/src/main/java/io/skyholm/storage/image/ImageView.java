package io.skyholm.storage.image;

import io.skyholm.events.storage.ImageArchitecture;
import io.skyholm.events.storage.ImageStatus;
import io.skyholm.events.storage.ImageType;
import io.skyholm.events.storage.ImageVisibility;
import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An image as callers see it. */
@Schema(name = "Image")
public record ImageView(
        UUID id,
        long generation,

        @Schema(description = "Absent for the platform's own") @Nullable UUID tenantId,

        UUID ownerId,
        String name,
        @Nullable String description,
        ImageType imageType,
        @Nullable String baseOs,
        @Nullable String osVersion,
        ImageArchitecture architecture,
        @Nullable Integer minCpuCores,
        @Nullable Integer minMemoryGb,
        @Nullable Integer minStorageGb,
        @Nullable Integer recommendedCpuCores,
        @Nullable Integer recommendedMemoryGb,
        ImageVisibility visibility,
        @Nullable UUID userGroupId,
        ImageStatus status,
        @Nullable UUID defaultVersionId,
        @Nullable String filePath,
        @Nullable String fileServerId,
        @Nullable Integer sizeGb,
        @Nullable String checksumMd5,

        boolean deletionProtection,

        @Schema(description = "Until when it can be restored; absent unless it was deleted and waits for that time")
        @Nullable Instant deletableAt,

        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy,
        @Nullable Instant deletedAt)
        implements Versioned {}
