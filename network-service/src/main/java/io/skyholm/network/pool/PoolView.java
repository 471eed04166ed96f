package io.skyholm.network.pool;

import io.skyholm.events.network.AddressPoolStatus;
import io.skyholm.events.network.IpPoolConfig;
import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Address pool as callers see it. */
@Schema(name = "IpPool")
public record PoolView(
        UUID id,
        long generation,

        @Schema(description = "Absent for the platform's own") @Nullable UUID tenantId,

        String name,
        @Nullable String description,

        @Schema(description = "That of the subnet") @Nullable UUID edgeDataCenterId,

        UUID subnetId,
        IpPoolConfig ipPoolConfig,
        AddressPoolStatus status,
        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy,
        @Nullable Instant deletedAt)
        implements Versioned {}
