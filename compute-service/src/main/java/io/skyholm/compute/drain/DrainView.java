package io.skyholm.compute.drain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the emptying of a machine goes, or would go. */
@Schema(name = "Drain")
public record DrainView(
        UUID computeMachineId,

        @Schema(description = "Since when it is being emptied; absent in a plan for one that is not") @Nullable Instant requestedAt,

        @Schema(description = "How many instances have left it since")
        long moved,

        @Schema(description = "How many are leaving it now") int moving,

        @Schema(description = "How many are still on it, those that are leaving included")
        int remaining,

        List<Blocker> blockers) {}
