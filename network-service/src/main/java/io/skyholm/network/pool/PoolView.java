package io.skyholm.network.pool;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.skyholm.events.network.AddressPoolStatus;
import io.skyholm.events.network.IpPoolConfig;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Address pool as callers see it. */
@Schema(name = "IpPool")
@JsonInclude(JsonInclude.Include.NON_NULL)
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
        @Nullable Instant deletedAt) {

    static PoolView of(IpPool pool) {
        return new PoolView(
                pool.id,
                pool.generation,
                pool.tenantId,
                pool.name,
                pool.description,
                pool.edgeDataCenterId,
                pool.subnetId,
                pool.ipPoolConfig,
                pool.status,
                pool.createdAt,
                pool.updatedAt,
                pool.createdBy,
                pool.updatedBy,
                pool.deletedAt);
    }
}
