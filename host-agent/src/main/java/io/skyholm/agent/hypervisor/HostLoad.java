package io.skyholm.agent.hypervisor;

import java.util.List;

/** How much of a host is in use, and what is not as it should be. */
public record HostLoad(
        double cpuPercent, double memoryPercent, double diskPercent, boolean critical, List<String> warnings) {

    public HostLoad {
        warnings = List.copyOf(warnings);
    }
}
