package io.skyholm.network.port;

import io.skyholm.events.host.ThingState;
import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A port as callers see it. */
@Schema(name = "Port")
public record PortView(
        UUID id,
        long generation,
        UUID tenantId,
        UUID instanceId,
        UUID subnetId,
        int ordinal,
        String macAddress,

        @Schema(description = "IPv4 and IPv6, floating ones among them")
        List<String> addresses,

        List<UUID> securityGroupIds,

        @Schema(description = "What its host saw last") @Nullable ThingState state,

        @Schema(
                description =
                        "What it may carry in a calendar month, in units of 1,000,000,000 bytes; absent where there is no"
                                + " limit. Nothing is cut off beyond it")
        @Nullable Integer trafficAllowanceGb,

        @Schema(description = "What it has received and sent this month (UTC)")
        long trafficUsedBytes,

        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant deletedAt)
        implements Versioned {}
