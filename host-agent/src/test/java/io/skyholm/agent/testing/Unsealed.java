package io.skyholm.agent.testing;

import io.skyholm.agent.Equipment;
import io.skyholm.agent.HostDrivers;
import io.skyholm.agent.act.SecretOpener;
import io.skyholm.agent.console.ConsoleClient;
import io.skyholm.agent.gateway.Gateway;
import io.skyholm.agent.hypervisor.Hypervisor;
import io.skyholm.agent.simulated.FaultInjection;
import io.skyholm.agent.simulated.SimulatedPool;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** A host for which nothing is encrypted. */
public final class Unsealed {

    /** Opens nothing. */
    public static final SecretOpener OPENER = (desired, secret) -> {
        throw new IllegalStateException("nothing is encrypted for this host");
    };

    private Unsealed() {}

    /** What it answers of consoles nobody hears. */
    public static ConsoleClient unheard(UUID host) {
        Gateway nobody = Gateway.at(URI.create("http://127.0.0.1:1"), Optional.empty());
        return new ConsoleClient(nobody, host, bytes -> new byte[0], Clock.systemUTC());
    }

    /** Its drivers; disks are simulated, and kept beside that file. */
    public static HostDrivers drivers(Hypervisor hypervisor, Path file) {
        SimulatedPool disks = new SimulatedPool(FaultInjection.none(), file.resolveSibling("disks.jsonl"));
        Equipment equipment = new Equipment(hypervisor, disks, 1);
        return new HostDrivers(equipment, OPENER);
    }
}
