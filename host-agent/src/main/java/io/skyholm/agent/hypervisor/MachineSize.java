package io.skyholm.agent.hypervisor;

import io.skyholm.events.host.DesiredVm;

/** How large a machine is. */
public record MachineSize(int cpuCores, int memoryGb, int storageGb, int gpuCount) {

    public static final MachineSize NONE = new MachineSize(0, 0, 0, 0);

    /** As large as is wished. */
    public static MachineSize of(DesiredVm wish) {
        return new MachineSize(wish.cpuCores(), wish.memoryGb(), wish.storageGb(), wish.gpuCount());
    }

    public MachineSize plus(MachineSize other) {
        return new MachineSize(
                cpuCores + other.cpuCores,
                memoryGb + other.memoryGb,
                storageGb + other.storageGb,
                gpuCount + other.gpuCount);
    }
}
