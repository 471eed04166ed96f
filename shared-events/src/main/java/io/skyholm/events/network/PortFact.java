package io.skyholm.events.network;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A port as every service may know it. */
@JsonClassDescription("A port: where an instance is plugged into a subnet.")
public record PortFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this port; ignore what is not newer than what you hold.")
        long generation,

        UUID tenantId,
        UUID instanceId,
        UUID subnetId,

        @JsonPropertyDescription("Where it is set up.") @Nullable UUID computeMachineId,

        @JsonPropertyDescription("Unique on the platform.") String macAddress,

        @JsonPropertyDescription("Counts the ports of the instance from 0, which is that of the default route.")
        int ordinal,

        List<UUID> securityGroupIds,

        @JsonPropertyDescription(
                "What it may carry in a calendar month, in units of 1,000,000,000 bytes; absent for as much"
                        + " as it likes.")
        @Nullable Integer trafficAllowanceGb,

        Instant createdAt,
        Instant updatedAt,

        @JsonPropertyDescription("Present exactly when the port is proven gone.") @Nullable Instant deletedAt)
        implements Fact {}
