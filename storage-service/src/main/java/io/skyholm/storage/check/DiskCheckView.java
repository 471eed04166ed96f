package io.skyholm.storage.check;

import io.skyholm.events.storage.DiskCheckStatus;
import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The last check of a disk as callers see it. */
@Schema(name = "DiskCheck")
public record DiskCheckView(
        @Schema(description = "That of the disk") UUID id,

        long generation,
        UUID tenantId,

        @Schema(description = "The user who owns the disk; absent where an operator had created that") @Nullable UUID userId,

        boolean repair,
        DiskCheckStatus status,

        @Schema(
                description =
                        "Why it has come to no result, or not yet, in words for people; absent where nothing is known")
        @Nullable String statusReason,

        List<String> findings,
        Instant startedAt,
        @Nullable Instant checkedAt,
        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy,
        @Nullable Instant deletedAt)
        implements Versioned {}
