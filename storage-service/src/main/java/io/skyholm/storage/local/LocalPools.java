package io.skyholm.storage.local;

import io.skyholm.events.compute.MachineFact;
import io.skyholm.events.compute.MachineStatus;
import io.skyholm.events.storage.DiskType;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.StorageSettings;
import io.skyholm.storage.host.MachineFollower;
import io.skyholm.storage.pool.CreateStoragePool;
import io.skyholm.storage.pool.StoragePools;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Gives each host of a platform on one machine a pool once, so that disks find room there. */
@Singleton
class LocalPools implements MachineFollower {

    /** What its operator deleted is not made again. */
    private static final String HAD_ONE = "select 1 from storage_pool where compute_machine_id = $1";

    private static final long CAPACITY_GB = 100;

    private final StoragePools pools;
    private final StorageSettings settings;

    LocalPools(StoragePools pools, StorageSettings settings) {
        this.pools = pools;
        this.settings = settings;
    }

    @Override
    public Uni<?> follow(Work work, MachineFact machine) {
        return settings.local() && machine.status() == MachineStatus.ACTIVE
                ? work.exists(HAD_ONE, machine.id())
                        .chain(hadOne -> hadOne
                                ? Uni.createFrom().voidItem()
                                : pools.create(work, machine.edgeDataCenterId(), pool(machine))
                                        .replaceWithVoid())
                : Uni.createFrom().voidItem();
    }

    private static CreateStoragePool pool(MachineFact machine) {
        return new CreateStoragePool(
                machine.id(),
                "%s %s".formatted(machine.hostname(), machine.id()),
                null,
                DiskType.SSD,
                CAPACITY_GB,
                null);
    }
}
