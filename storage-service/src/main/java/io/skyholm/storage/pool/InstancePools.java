package io.skyholm.storage.pool;

import io.skyholm.events.storage.DiskType;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.instance.Instances;
import io.skyholm.storage.instance.KnownInstance;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Room for a disk where an instance is, since only there it can be attached to it. */
@Singleton
public class InstancePools {

    private final Instances instances;
    private final PoolCapacity capacity;

    InstancePools(Instances instances, PoolCapacity capacity) {
        this.instances = instances;
        this.capacity = capacity;
    }

    /** Takes room on the machine of an instance of that tenant. */
    public Uni<ClaimedPool> claim(Work work, UUID tenant, UUID instance, UUID dataCenter, DiskType type, int sizeGb) {
        return instances
                .held(work, instance)
                .map(found -> found.filter(known -> known.tenantId().equals(tenant) && !known.isLeaving())
                        .map(InstancePools::machineOf)
                        .orElseThrow(StoragePoolProblems::instanceNotFound))
                .chain(machine -> capacity.claimOn(work, machine, dataCenter, type, sizeGb));
    }

    private static UUID machineOf(KnownInstance instance) {
        UUID machine = instance.computeMachineId();
        if (machine == null) {
            throw StoragePoolProblems.instanceNotPlaced();
        }
        return machine;
    }
}
