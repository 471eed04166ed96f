package io.skyholm.compute.pool;

import io.skyholm.events.compute.PoolStatus;
import io.skyholm.runtime.http.Versioned;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A pool as callers see it, with what its machines have together. */
@Schema(name = "ResourcePool")
public record PoolView(
        UUID id,
        long generation,
        UUID edgeDataCenterId,
        String name,
        @Nullable String description,
        PoolType poolType,

        @Schema(description = "How instances find a machine: load_balance or bin_pack")
        String schedulingPolicy,

        PoolStatus status,

        @Schema(description = "How much may be promised of each that is there")
        BigDecimal cpuOvercommit,

        BigDecimal memoryOvercommit,
        BigDecimal storageOvercommit,
        long totalCpuCores,
        long totalMemoryGb,
        long totalStorageGb,
        long totalGpuCount,
        long allocatedCpuCores,
        long allocatedMemoryGb,
        long allocatedStorageGb,
        long allocatedGpuCount,
        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy,
        @Nullable Instant deletedAt)
        implements Versioned {}
