package io.skyholm.agent.hypervisor;

import java.util.ArrayList;
import java.util.List;

/** How much of a host is in use, and what is not as it should be. */
public record HostLoad(
        double cpuPercent, double memoryPercent, double diskPercent, boolean critical, List<String> warnings) {

    public HostLoad {
        warnings = List.copyOf(warnings);
    }

    /** The same of a host that must get nothing new for this reason. */
    public HostLoad withProblem(String problem) {
        List<String> all = new ArrayList<>(warnings);
        all.add(problem);
        return new HostLoad(cpuPercent, memoryPercent, diskPercent, true, all);
    }
}
