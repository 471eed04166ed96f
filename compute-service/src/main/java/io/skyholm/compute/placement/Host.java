package io.skyholm.compute.placement;

import io.skyholm.compute.size.Size;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A machine as placement remembers it. What it remembers may be old: whoever chooses by it claims in the database, where
 * all of it is checked again.
 */
final class Host {

    private static final double FULL = 1.0;

    final UUID id;
    final UUID poolId;
    final UUID dataCenterId;
    final Policy policy;
    final Traits traits;
    final Size capacity;
    private volatile MachineAllocation load;

    Host(UUID id, UUID poolId, UUID dataCenterId, Policy policy, Traits traits, Size capacity, MachineAllocation load) {
        this.id = id;
        this.poolId = poolId;
        this.dataCenterId = dataCenterId;
        this.policy = policy;
        this.traits = traits;
        this.capacity = capacity;
        this.load = load;
    }

    MachineAllocation load() {
        return load;
    }

    /** The same in the best case: it takes new instances, and there are none on it yet. */
    Host inTheBestCase() {
        return new Host(id, poolId, dataCenterId, policy, traits.inTheBestCase(), capacity, MachineAllocation.NONE);
    }

    Size free() {
        return capacity.minus(load.allocated());
    }

    /** Remembers a claim that was just made, until the machines are next read. */
    void took(Demand demand, Size size) {
        load = load.with(demand, size);
    }

    /** How full its fullest resource would be with that much more. */
    double fullnessWith(Size more) {
        Size used = load.allocated().plus(more);
        return Math.max(
                share(used.cpuCores(), capacity.cpuCores()),
                Math.max(share(used.memoryGb(), capacity.memoryGb()), share(used.storageGb(), capacity.storageGb())));
    }

    private static double share(int used, int capacity) {
        return capacity == 0 ? FULL : (double) used / capacity;
    }

    /**
     * What a machine is, and whether it takes anything.
     *
     * @param open whether it, its pool and its data centre are active and it is not being emptied
     * @param maintainedSoon whether it is to be maintained within a day
     */
    record Traits(
            boolean open,
            boolean healthy,
            boolean exclusive,
            @Nullable String region,
            String machineType,
            @Nullable String gpuModel,
            Set<String> tags,
            boolean maintainedSoon) {

        private Traits inTheBestCase() {
            return new Traits(true, true, exclusive, region, machineType, gpuModel, tags, false);
        }
    }
}
