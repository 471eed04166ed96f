package io.skyholm.storage.snapshot;

import io.skyholm.events.storage.DiskSnapshotStatus;
import io.skyholm.events.storage.SnapshotConsistency;
import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A snapshot of a disk as callers see it. */
@Schema(name = "DiskSnapshot")
public record DiskSnapshotView(
        UUID id,
        long generation,
        UUID tenantId,
        UUID diskId,
        UUID storagePoolId,
        @Nullable UUID scheduleId,

        @Schema(
                description =
                        "The clone that it was taken for: it is deleted by itself once that is AVAILABLE or deleted; absent for all others")
        @Nullable UUID cloneDiskId,

        String name,
        @Nullable String description,
        int sizeGb,

        @Schema(description = "Whether its bytes are those of an encrypted disk, and encrypted as that is")
        Boolean encrypted,

        SnapshotConsistency consistency,

        DiskSnapshotStatus status,
        @Nullable String statusReason,

        @Schema(description = "When it is deleted, as its owner has chosen; absent where it stays") @Nullable Instant expiresAt,

        @Schema(description = "Why it is still there although it has expired; absent where it has not") @Nullable String expiryBlocker,

        List<String> tags,
        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy,
        @Nullable Instant deletedAt)
        implements Versioned {}
