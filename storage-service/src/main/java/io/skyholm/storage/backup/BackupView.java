package io.skyholm.storage.backup;

import io.skyholm.events.storage.BackupStatus;
import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A backup as callers see it. */
@Schema(name = "Backup")
public record BackupView(
        UUID id,
        long generation,
        UUID tenantId,

        @Schema(description = "The user who owned its disk; absent where an operator had created that") @Nullable UUID userId,

        UUID diskId,
        UUID snapshotId,
        @Nullable UUID scheduleId,
        String name,
        @Nullable String description,
        int sizeGb,
        Integer storedGb,
        @Nullable UUID baseBackupId,

        @Schema(description = "Whether its bytes are those of an encrypted disk, and encrypted as that is")
        Boolean encrypted,

        BackupStatus status,
        @Nullable String statusReason,
        Boolean keptForOthers,

        @Schema(description = "The SHA-256 of its bytes, in hexadecimal; absent until it is AVAILABLE") @Nullable String checksumSha256,

        List<String> tags,
        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy,
        @Nullable Instant deletedAt)
        implements Versioned {}
