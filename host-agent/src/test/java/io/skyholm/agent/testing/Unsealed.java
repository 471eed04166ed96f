package io.skyholm.agent.testing;

import io.skyholm.agent.Equipment;
import io.skyholm.agent.HostDrivers;
import io.skyholm.agent.act.SecretOpener;
import io.skyholm.agent.hypervisor.Hypervisor;
import io.skyholm.agent.simulated.FaultInjection;
import io.skyholm.agent.simulated.SimulatedPool;
import java.nio.file.Path;

/** A host for which nothing is encrypted. */
public final class Unsealed {

    /** Opens nothing. */
    public static final SecretOpener OPENER = (desired, secret) -> {
        throw new IllegalStateException("nothing is encrypted for this host");
    };

    private Unsealed() {}

    /** Its drivers; disks are simulated, and kept beside that file. */
    public static HostDrivers drivers(Hypervisor hypervisor, Path file) {
        SimulatedPool disks = new SimulatedPool(FaultInjection.none(), file.resolveSibling("disks.jsonl"));
        Equipment equipment = new Equipment(hypervisor, disks, 1);
        return new HostDrivers(equipment, OPENER);
    }
}
