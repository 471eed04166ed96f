package io.skyholm.agent.libvirt;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.hypervisor.Machine;
import io.skyholm.agent.hypervisor.MachineSize;
import io.skyholm.agent.hypervisor.MachineState;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A domain as libvirt has it.
 *
 * @param metadata what is remembered of it; null for one that somebody else made
 */
record SeenDomain(
        UUID id,
        String name,
        MachineState state,
        MachineSize size,
        @Nullable DomainMetadata metadata) {

    boolean isForeign() {
        return metadata == null;
    }

    boolean isRunning() {
        return state != MachineState.STOPPED;
    }

    /** Refuses what another made. */
    DomainMetadata own() {
        DomainMetadata known = metadata;
        if (known == null) {
            throw new HypervisorProblem("Domain " + name
                    + " was not made by Skyholm, and is left as it is; its administrator may remove it");
        }
        return known;
    }

    Machine machine() {
        DomainMetadata known = metadata;
        return known == null
                ? new Machine(id, name, 0, state, size, 0, 0, null, List.of())
                : known.machine().in(state);
    }
}
