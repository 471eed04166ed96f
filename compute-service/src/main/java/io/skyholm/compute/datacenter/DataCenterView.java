package io.skyholm.compute.datacenter;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.skyholm.compute.input.JsonObject;
import io.skyholm.events.compute.DataCenterStatus;
import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A data centre as callers see it, with what its machines have together. */
@Schema(name = "EdgeDataCenter")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DataCenterView(
        UUID id,
        long generation,
        String name,
        @Nullable String location,
        @Nullable String region,
        DataCenterStatus status,
        @Nullable JsonObject networkConfig,
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
