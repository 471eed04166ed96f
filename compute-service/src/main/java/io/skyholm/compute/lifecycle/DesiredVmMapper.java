package io.skyholm.compute.lifecycle;

import io.skyholm.compute.instance.BootSource;
import io.skyholm.compute.instance.DesiredState;
import io.skyholm.compute.instance.Instance;
import io.skyholm.compute.password.InitialPassword;
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
        Size size = instance.allocation().size();
        DesiredState desired = instance.desired();
        BootSource boot = instance.boot();
        return new DesiredVm(
                instance.virtualMachineId(),
                generation,
                true,
                instance.id(),
                instance.tenantId(),
                instance.profile().name(),
                instance.profile().hostname(),
                desired.power(),
                graceSeconds,
                desired.restarts(),
                desired.builds(),
                size.cpuCores(),
                size.memoryGb(),
                size.storageGb(),
                size.gpuCount(),
                boot.image(),
                null,
                boot.bootDiskLimits(),
                List.of(),
                userData.isEmpty() ? null : userData,
                instance.password().map(InitialPassword::hash).orElse(null),
                boot.sshKeys(),
                null);
    }
}
