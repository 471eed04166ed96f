package io.skyholm.network.traffic;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A port's traffic of a month as callers see it. */
@Schema(name = "Traffic")
public record TrafficView(
        UUID id,
        UUID tenantId,
        UUID instanceId,
        UUID portId,

        @Schema(description = "A calendar month (UTC), as in 2026-11")
        String month,

        @Schema(description = "What the instance received") long receivedBytes,

        @Schema(description = "What the instance sent") long sentBytes,

        @Schema(description = "Both together: what counts against the allowance")
        long usedBytes,

        @Schema(
                description =
                        "In units of 1,000,000,000 bytes; absent where there is no limit. Nothing is cut off beyond it")
        @Nullable Integer allowanceGb) {}
