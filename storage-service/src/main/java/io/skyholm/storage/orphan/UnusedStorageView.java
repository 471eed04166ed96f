package io.skyholm.storage.orphan;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that takes room and that nobody uses, as callers see it. */
@Schema(name = "UnusedStorage")
public record UnusedStorageView(
        @Schema(description = "The id of the disk, the snapshot, the backup or the version")
        UUID id,

        UUID tenantId,
        UnusedKind kind,
        UnusedReason reason,

        @Schema(description = "The image of a version; absent for anything else") @Nullable UUID imageId,

        @Schema(description = "What it is called; a version as its image, with its number")
        String name,

        @Schema(description = "How much room it takes, in GiB")
        int sizeGb,

        Instant unusedSince,

        @Schema(
                description =
                        "Until then its deletion can be undone, and then its room is free; absent where nobody deleted it")
        @Nullable Instant deletableAt,

        @Schema(
                description =
                        "What an hour of it costs by the price of now, a decimal number; absent where it has none, and costs nothing")
        @Nullable String hourlyCost,

        @Schema(
                description =
                        "What a month of it costs at most by the price of now, a decimal number; absent where it has none, and costs nothing")
        @Nullable String monthlyCost,

        @Schema(description = "The currency of these costs, by its ISO 4217 code; absent where it has none") @Nullable String currency,

        Instant createdAt) {}
