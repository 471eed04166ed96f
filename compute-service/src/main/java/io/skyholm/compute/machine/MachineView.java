package io.skyholm.compute.machine;

import io.skyholm.compute.input.JsonObject;
import io.skyholm.events.compute.MachineStatus;
import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A machine as those who look after it see it. */
@Schema(name = "ComputeMachine")
public record MachineView(
        UUID id,
        long generation,
        String hostname,
        String name,
        UUID edgeDataCenterId,
        UUID resourcePoolId,
        MachineType machineType,
        RentalMode rentalMode,
        HypervisorType hypervisorType,
        int cpuCores,
        int memoryGb,
        int storageGb,
        int gpuCount,
        @Nullable String gpuModel,
        String managementIp,
        @Nullable String businessIp,

        @Schema(description = "How many cores may be promised: those there are, times the pool's over-commit")
        int cpuCapacity,

        int memoryCapacity,
        int storageCapacity,
        int allocatedCpuCores,
        int allocatedMemoryGb,
        int allocatedStorageGb,
        int allocatedGpuCount,

        @Schema(description = "How many instances are placed on it")
        int instances,

        MachineStatus status,

        @Schema(description = "What it is again when it is heard; present while it is OFFLINE") @Nullable MachineStatus statusBefore,

        @Schema(description = "Why it is in maintenance") @Nullable String statusReason,

        @Schema(description = "Since when its instances are to be moved away") @Nullable Instant drainRequestedAt,

        HealthStatus healthStatus,
        @Nullable JsonObject connectionConfig,
        List<String> tags,

        @Schema(description = "The key of its agent; absent until one has joined") @Nullable String agentPublicKey,

        @Nullable String agentVersion,
        @Nullable Instant lastHeartbeat,

        @Schema(description = "Since when it is certain that nothing of ours runs on it, though it is silent") @Nullable Instant fencedAt,

        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy,
        @Nullable Instant deletedAt)
        implements Versioned {}
