package io.skyholm.agent.hypervisor;

import io.skyholm.events.host.DesiredVm;
import java.util.List;
import java.util.UUID;

/**
 * A virtual machine as its hypervisor has it.
 *
 * @param generation that of the wish by which it was last defined
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

    /** A new one as it is wished, which does not run yet. */
    public static Machine of(DesiredVm wish) {
        return new Machine(
                wish.id(),
                wish.name(),
                wish.generation(),
                MachineState.STOPPED,
                MachineSize.of(wish),
                wish.restarts(),
                wish.builds(),
                wish.portIds());
    }

    /** The same with the names, ports and generation of a wish. */
    public Machine defined(DesiredVm wish) {
        return new Machine(id, wish.name(), wish.generation(), state, size, restarts, builds, wish.portIds());
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
