package io.skyholm.compute.instance;

import io.skyholm.compute.size.Size;
import io.skyholm.events.host.DesiredVm;
import java.util.List;

/** Makes the virtual machine that a host is to run for an instance, without its parts. */
public final class DesiredVmMapper {

    private DesiredVmMapper() {}

    /**
     * As the instance is to be now.
     *
     * @param userData what cloud-init does, or nothing
     */
    public static DesiredVm of(Instance instance, long generation, int graceSeconds, String userData) {
        Size size = instance.allocation.size();
        return new DesiredVm(
                instance.virtualMachineId,
                generation,
                true,
                instance.id,
                instance.tenantId,
                instance.profile.name,
                instance.profile.hostname,
                instance.desired.power(),
                graceSeconds,
                instance.desired.restarts(),
                instance.desired.builds(),
                size.cpuCores(),
                size.memoryGb(),
                size.storageGb(),
                size.gpuCount(),
                instance.boot.image(),
                List.of(),
                userData.isEmpty() ? null : userData,
                instance.password == null ? null : instance.password.hash(),
                instance.boot.sshKeys(),
                null);
    }
}
