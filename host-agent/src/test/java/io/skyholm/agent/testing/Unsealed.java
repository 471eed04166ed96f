package io.skyholm.agent.testing;

import io.skyholm.agent.HostDrivers;
import io.skyholm.agent.hypervisor.Hypervisor;

/** A host for which nothing is encrypted. */
public final class Unsealed {

    private Unsealed() {}

    /** Its drivers. */
    public static HostDrivers drivers(Hypervisor hypervisor) {
        return new HostDrivers(hypervisor, (desired, secret) -> {
            throw new IllegalStateException("nothing is encrypted for this host");
        });
    }
}
