package io.skyholm.compute.datacenter;

import io.skyholm.compute.input.JsonObject;
import io.skyholm.events.compute.DataCenterStatus;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A data centre as callers see it, with what its machines have together. */
@Schema(name = "EdgeDataCenter")
public record DataCenterView(
        UUID id,
        long generation,
        String name,
        @Nullable String location,
        @Nullable String region,
        DataCenterStatus status,
        @Nullable JsonObject networkConfig,
        @Nullable Integer vlanRangeStart,
        @Nullable Integer vlanRangeEnd,
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
        implements Versioned {

    /** The same as that caller may see it: how its network is built concerns operators alone. */
    DataCenterView shownTo(Caller caller) {
        return caller.ofPlatform()
                ? this
                : new DataCenterView(
                        id,
                        generation,
                        name,
                        location,
                        region,
                        status,
                        null,
                        null,
                        null,
                        totalCpuCores,
                        totalMemoryGb,
                        totalStorageGb,
                        totalGpuCount,
                        allocatedCpuCores,
                        allocatedMemoryGb,
                        allocatedStorageGb,
                        allocatedGpuCount,
                        createdAt,
                        updatedAt,
                        createdBy,
                        updatedBy,
                        deletedAt);
    }
}
