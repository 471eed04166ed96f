package io.skyholm.agent.hypervisor;

import org.jspecify.annotations.Nullable;

/** What a host has. */
public record HostSize(
        int cpuCores,
        int memoryGb,
        int storageGb,
        int gpuCount,
        @Nullable String gpuModel) {}
