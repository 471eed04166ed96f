package io.skyholm.agent;

import io.skyholm.agent.act.SecretOpener;
import io.skyholm.agent.act.ThingDriver;
import io.skyholm.agent.hypervisor.Hypervisor;
import io.skyholm.agent.port.PortDriver;
import io.skyholm.agent.vm.VmDriver;
import java.util.List;

/** The kinds of thing that a host can hold: the one place that names them all. */
public record HostDrivers(Hypervisor hypervisor, SecretOpener secrets) {

    /** Those for this hypervisor. */
    public List<ThingDriver<?>> all() {
        return List.of(new VmDriver(hypervisor, secrets), new PortDriver(hypervisor));
    }
}
