package io.skyholm.network.vpc;

import io.skyholm.events.network.VpcStatus;
import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** VPC as callers see it. */
@Schema(name = "Vpc")
public record VpcView(
        UUID id,
        long generation,

        @Schema(description = "Absent for the platform's own") @Nullable UUID tenantId,

        @Schema(description = "Whose it is") @Nullable UUID userId,
        String name,
        @Nullable String description,
        String cidrBlock,

        @Schema(description = "Beside a cidrBlock of IPv4") @Nullable String ipv6CidrBlock,

        @Schema(description = "The only data centre that it is in") @Nullable UUID edgeDataCenterId,

        @Nullable Integer vlanId,

        @Schema(description = "The tunnel that keeps it apart")
        int vni,

        boolean enableDns,

        @Schema(description = "Empty for those of the platform")
        List<String> dnsServers,

        VpcStatus status,
        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy,
        @Nullable Instant deletedAt)
        implements Versioned {}
