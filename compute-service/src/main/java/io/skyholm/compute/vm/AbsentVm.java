package io.skyholm.compute.vm;

import io.skyholm.events.host.DesiredVm;
import io.skyholm.hosts.Orphan;
import java.util.UUID;

/** A virtual machine on a host on which it should not be. */
record AbsentVm(
        UUID id,
        UUID host,
        long generation,
        UUID instanceId,
        UUID tenantId,
        String vmName,
        int cpuCores,
        int memoryGb,
        int storageGb,
        int gpuCount)
        implements Orphan {

    @Override
    public DesiredVm absence() {
        return DesiredVm.absent(id, generation, instanceId, tenantId, vmName, cpuCores, memoryGb, storageGb, gpuCount);
    }
}
