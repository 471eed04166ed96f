package io.skyholm.compute.vm;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A virtual machine as callers see it. */
@Schema(name = "VirtualMachine")
public record VirtualMachineView(
        UUID id,
        long generation,
        UUID tenantId,
        UUID instanceId,
        @Nullable UUID computeMachineId,
        String vmUuid,
        String vmName,
        int cpuCores,
        int memoryGb,
        int storageGb,
        int gpuCount,

        @Schema(description = "What its host last reported") VirtualMachineStatus status,

        @Schema(description = "What its host says of it to a person") @Nullable String detail,

        @Nullable Instant observedAt,
        @Nullable String ipAddress,
        @Nullable String macAddress,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant deletedAt) {}
