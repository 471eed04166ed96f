package io.skyholm.storage.orphan;

import org.jspecify.annotations.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that takes room and that nobody uses, as callers see it. */
@Schema(name = "UnusedStorage")
public record UnusedStorageView(
        @Schema(description = "The id of the disk, the snapshot or the backup")
        UUID id,

        UUID tenantId,
        UnusedKind kind,
        UnusedReason reason,
        String name,

        @Schema(description = "How much room it takes, in GiB")
        int sizeGb,

        Instant unusedSince,

        @Schema(description = "When it is deleted, or should have been, as its owner has chosen; absent where it stays")
        @Nullable Instant expiresAt,

        @Schema(description = "Why it is still there although it has expired; absent where it has not")
        @Nullable String expiryBlocker,

        Instant createdAt) {}
