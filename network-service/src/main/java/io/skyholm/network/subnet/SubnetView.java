package io.skyholm.network.subnet;

import io.skyholm.events.network.SubnetRoute;
import io.skyholm.events.network.SubnetStatus;
import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Subnet as callers see it. */
@Schema(name = "Subnet")
public record SubnetView(
        UUID id,
        long generation,

        @Schema(description = "Absent for the platform's own") @Nullable UUID tenantId,

        UUID vpcId,
        String name,
        String cidrBlock,
        @Nullable String ipv6CidrBlock,
        @Nullable String availabilityZone,
        String gateway,
        @Nullable String ipv6Gateway,
        @Nullable Integer vlanId,
        boolean isPublic,
        boolean autoAssignIp,
        @Nullable UUID ipPoolId,

        @Schema(description = "What its guests reach over another address of it than its gateway")
        List<SubnetRoute> routes,

        SubnetStatus status,
        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy,
        @Nullable Instant deletedAt)
        implements Versioned {}
