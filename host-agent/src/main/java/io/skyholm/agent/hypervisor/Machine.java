package io.skyholm.agent.hypervisor;

import io.skyholm.events.host.DesiredVm;
import java.util.List;
import java.util.UUID;

/**
 * A virtual machine as its hypervisor has it.
 *
 * @param generation that of the desired state by which it was last defined
 * @param restarts and {@code builds}: how many of those that were asked for are done
 */
public record Machine(
        UUID id,
        String name,
        long generation,
        MachineState state,
        MachineSize size,
        long restarts,
        long builds,
        List<UUID> portIds) {

    public Machine {
        portIds = List.copyOf(portIds);
    }

    /** A new one as it is desired, which does not run yet. */
    public static Machine of(DesiredVm desired) {
        return new Machine(
                desired.id(),
                desired.name(),
                desired.generation(),
                MachineState.STOPPED,
                MachineSize.of(desired),
                desired.restarts(),
                desired.builds(),
                desired.portIds());
    }

    /** The same with the names, ports and generation of a desired state. */
    public Machine defined(DesiredVm desired) {
        return new Machine(id, desired.name(), desired.generation(), state, size, restarts, builds, desired.portIds());
    }

    public Machine sized(MachineSize other) {
        return new Machine(id, name, generation, state, other, restarts, builds, portIds);
    }

    public Machine counting(long restartsDone, long buildsDone) {
        return new Machine(id, name, generation, state, size, restartsDone, buildsDone, portIds);
    }

    public Machine in(MachineState other) {
        return new Machine(id, name, generation, other, size, restarts, builds, portIds);
    }
}
