package io.skyholm.compute.placement;

import io.skyholm.compute.size.Size;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an instance asks of a machine.
 *
 * @param together the machines of its set's instances, where it wants to be with them; empty if it does not ask for that
 */
public record Demand(
        Size size,
        boolean exclusive,
        @Nullable UUID dataCenterId,
        @Nullable UUID poolId,
        @Nullable String region,
        @Nullable String machineType,
        @Nullable String gpuModel,
        Set<String> tags,
        @Nullable UUID setId,
        @Nullable Affinity affinity,
        Set<UUID> together) {

    /** Whether it must be apart from its set. */
    boolean apart() {
        return setId != null && affinity == Affinity.ANTI_AFFINITY;
    }

    /** Whether it wants to be with its set. */
    boolean joins() {
        return setId != null && affinity == Affinity.AFFINITY;
    }

    /** The same, once it is known where its set is. */
    Demand with(Set<UUID> machines) {
        return new Demand(
                size, exclusive, dataCenterId, poolId, region, machineType, gpuModel, tags, setId, affinity, machines);
    }
}
