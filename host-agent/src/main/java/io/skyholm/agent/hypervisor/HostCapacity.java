package io.skyholm.agent.hypervisor;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What a host has, and what still fits into it. */
public record HostCapacity(HostSize size) {

    /** More than any pool promises: processors are shared by time, everything else is given away for good. */
    private static final int PROMISES_PER_CORE = 16;

    private static final double WHOLE = 100.0;

    /** Refuses a machine of this size beside the others. */
    public void require(MachineSize wanted, UUID id, Collection<Machine> machines) {
        MachineSize all = machines.stream()
                .filter(machine -> !machine.id().equals(id))
                .map(Machine::size)
                .reduce(wanted, MachineSize::plus);
        require("processor cores", all.cpuCores(), size.cpuCores() * PROMISES_PER_CORE);
        require("GB of memory", all.memoryGb(), size.memoryGb());
        require("GB of storage", all.storageGb(), size.storageGb());
        require("GPUs", all.gpuCount(), size.gpuCount());
    }

    /** How much machines have of it. */
    public HostLoad load(Collection<Machine> machines) {
        MachineSize running = machines.stream()
                .filter(machine -> machine.state() == MachineState.RUNNING)
                .map(Machine::size)
                .reduce(MachineSize.NONE, MachineSize::plus);
        MachineSize all = machines.stream().map(Machine::size).reduce(MachineSize.NONE, MachineSize::plus);
        return new HostLoad(
                percent(running.cpuCores(), size.cpuCores()),
                percent(running.memoryGb(), size.memoryGb()),
                percent(all.storageGb(), size.storageGb()),
                false,
                List.of());
    }

    private static void require(String what, int wanted, int there) {
        if (wanted > there) {
            throw new HypervisorProblem("The host has " + there + " " + what + ", and " + wanted + " would be needed");
        }
    }

    private static double percent(int used, int there) {
        return there == 0 ? 0 : Math.min(WHOLE, WHOLE * used / there);
    }
}
