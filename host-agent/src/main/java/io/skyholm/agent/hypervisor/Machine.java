package io.skyholm.agent.hypervisor;

import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.IoLimits;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A virtual machine as its hypervisor has it.
 *
 * @param generation that of the desired state by which it was last defined
 * @param bootDiskId the disk that it boots from; null where it has none of its own
 * @param bootDiskLimits how fast it may use that disk; null for as fast as it can
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
        @Nullable UUID bootDiskId,
        @Nullable IoLimits bootDiskLimits,
        List<UUID> portIds) {

    public Machine {
        portIds = List.copyOf(portIds);
    }

    /** One whose boot disk has no limits. */
    public Machine(
            UUID id,
            String name,
            long generation,
            MachineState state,
            MachineSize size,
            long restarts,
            long builds,
            @Nullable UUID bootDiskId,
            List<UUID> portIds) {
        this(id, name, generation, state, size, restarts, builds, bootDiskId, null, portIds);
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
                desired.bootDiskId(),
                desired.bootDiskLimits(),
                desired.portIds());
    }

    /** The same with the names, limits, ports and generation of a desired state. */
    public Machine defined(DesiredVm desired) {
        return new Machine(
                id,
                desired.name(),
                desired.generation(),
                state,
                size,
                restarts,
                builds,
                bootDiskId,
                desired.bootDiskLimits(),
                desired.portIds());
    }

    /** The same with another generation. */
    public Machine ofGeneration(long other) {
        return new Machine(id, name, other, state, size, restarts, builds, bootDiskId, bootDiskLimits, portIds);
    }

    public Machine sized(MachineSize other) {
        return new Machine(id, name, generation, state, other, restarts, builds, bootDiskId, bootDiskLimits, portIds);
    }

    /** The same after so many restarts. */
    public Machine restarted(long times) {
        return new Machine(id, name, generation, state, size, times, builds, bootDiskId, bootDiskLimits, portIds);
    }

    /** The same with the disk that a desired state has it boot from. */
    public Machine rebuilt(DesiredVm desired) {
        return new Machine(
                id,
                name,
                generation,
                state,
                size,
                restarts,
                desired.builds(),
                desired.bootDiskId(),
                bootDiskLimits,
                portIds);
    }

    /** Whether it boots from that disk. */
    public boolean bootsFrom(UUID disk) {
        return disk.equals(bootDiskId);
    }

    /** Refuses what is done only to a machine in that state. */
    public void require(MachineState needed, String done) {
        if (state != needed) {
            throw new HypervisorProblem(name + " is " + state + ", and is " + done + " only when it is " + needed);
        }
    }

    /** Refuses a size that it cannot be given now. */
    public void requireResizable(DesiredVm desired) {
        require(MachineState.STOPPED, "resized");
        if (desired.storageGb() < size.storageGb()) {
            throw new HypervisorProblem(
                    "The disk of " + desired.name() + " has " + size.storageGb() + " GB and cannot shrink");
        }
    }

    public Machine in(MachineState other) {
        return new Machine(id, name, generation, other, size, restarts, builds, bootDiskId, bootDiskLimits, portIds);
    }
}
