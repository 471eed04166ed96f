package io.skyholm.compute.placement;

import io.skyholm.compute.machine.MachineCapacity;
import io.skyholm.compute.size.Size;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Claims machines for instances; who gives something back wakes those who wait for it. */
@Singleton
class Claims {

    private final MachineCapacity machines;
    private final PlacementQueue queue;

    Claims(MachineCapacity machines, PlacementQueue queue) {
        this.machines = machines;
        this.queue = queue;
    }

    Uni<Optional<Place>> claim(Work work, UUID instance, Demand demand, List<UUID> chosen) {
        return machines.claim(work, request(instance, demand), chosen).map(found -> found.map(Claims::place));
    }

    Uni<Boolean> grow(Work work, PlacementClaim held, Size more) {
        return machines.grow(work, held.machineId(), more);
    }

    Uni<Void> shrink(Work work, PlacementClaim held, Size less) {
        return machines.grow(work, held.machineId(), less.negated()).chain(() -> queue.wakeNext(work));
    }

    Uni<Void> release(Work work, PlacementClaim held) {
        return machines.release(work, held.machineId(), held.size(), held.instanceId(), held.setId())
                .chain(() -> queue.wakeNext(work));
    }

    private static MachineCapacity.Request request(UUID instance, Demand demand) {
        return new MachineCapacity.Request(
                instance,
                demand.size(),
                demand.exclusive(),
                demand.region(),
                demand.machineType(),
                demand.gpuModel(),
                demand.tags(),
                demand.setId(),
                demand.apart());
    }

    private static Place place(MachineCapacity.Claimed machine) {
        return new Place(machine.id(), machine.edgeDataCenterId(), machine.resourcePoolId(), machine.size());
    }
}
