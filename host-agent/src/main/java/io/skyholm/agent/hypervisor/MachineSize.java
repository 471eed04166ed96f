package io.skyholm.agent.hypervisor;

import io.skyholm.events.host.DesiredVm;

/** How large a machine is. */
public record MachineSize(int cpuCores, int memoryGb, int storageGb, int gpuCount) {

    public static final MachineSize NONE = new MachineSize(0, 0, 0, 0);

    /** As large as is desired. */
    public static MachineSize of(DesiredVm desired) {
        return new MachineSize(desired.cpuCores(), desired.memoryGb(), desired.storageGb(), desired.gpuCount());
    }

    public MachineSize plus(MachineSize other) {
        return new MachineSize(
                cpuCores + other.cpuCores,
                memoryGb + other.memoryGb,
                storageGb + other.storageGb,
                gpuCount + other.gpuCount);
    }
}
