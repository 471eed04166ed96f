package io.skyholm.compute.placement;

import io.skyholm.compute.size.Size;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** What a machine has promised: how much, to how many, and the sets whose instances it has. */
record MachineAllocation(Size allocated, int instances, boolean taken, Set<UUID> sets) {

    static final MachineAllocation NONE = new MachineAllocation(Size.NONE, 0, false, Set.of());

    MachineAllocation with(Demand demand, Size size) {
        Set<UUID> more = sets;
        if (demand.setId() != null) {
            more = new HashSet<>(sets);
            more.add(demand.setId());
        }
        return new MachineAllocation(allocated.plus(size), instances + 1, demand.exclusive(), more);
    }
}
