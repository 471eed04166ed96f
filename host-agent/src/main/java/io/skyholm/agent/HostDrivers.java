package io.skyholm.agent;

import io.skyholm.agent.act.ThingDriver;
import io.skyholm.agent.hypervisor.Hypervisor;
import io.skyholm.agent.port.PortDriver;
import io.skyholm.agent.vm.VmDriver;
import java.util.List;

/** The kinds of thing that a host can hold: the one place that names them all. */
public final class HostDrivers {

    private HostDrivers() {}

    /** Those for this hypervisor. */
    public static List<ThingDriver<?>> of(Hypervisor hypervisor) {
        return List.of(new VmDriver(hypervisor), new PortDriver(hypervisor));
    }
}
