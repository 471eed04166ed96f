package io.skyholm.storage.local;

import io.skyholm.events.compute.MachineFact;
import io.skyholm.events.compute.MachineStatus;
import io.skyholm.events.storage.DiskType;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.StorageSettings;
import io.skyholm.storage.ceph.CephPools;
import io.skyholm.storage.host.MachineFollower;
import io.skyholm.storage.pool.CreateStoragePool;
import io.skyholm.storage.pool.StoragePools;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Gives each host of a platform on one machine a pool once, so that disks find room there, and says where that is in Ceph. */
@Singleton
class LocalPools implements MachineFollower {

    /** What its operator deleted is not made again. */
    private static final String HAD_ONE = "select 1 from storage_pool where compute_machine_id = $1";

    private static final String ITS_OWN =
            "select id from storage_pool where compute_machine_id = $1 and deleted_at is null";

    private static final String NAME_TAKEN =
            "select 1 from storage_pool where edge_data_center_id = $1 and lower(name) = lower($2) and deleted_at is null";

    private static final int SUFFIX = 6;
    private static final long CAPACITY_GB = 100;

    private final StoragePools pools;
    private final CephPools cephPools;
    private final LocalCeph ceph;
    private final StorageSettings settings;

    LocalPools(StoragePools pools, CephPools cephPools, LocalCeph ceph, StorageSettings settings) {
        this.pools = pools;
        this.cephPools = cephPools;
        this.ceph = ceph;
        this.settings = settings;
    }

    @Override
    public Uni<?> follow(Work work, MachineFact machine) {
        return settings.local() && machine.status() == MachineStatus.ACTIVE
                ? work.exists(HAD_ONE, machine.id())
                        .chain(hadOne -> hadOne ? Uni.createFrom().voidItem() : create(work, machine))
                        .chain(() -> beginInCeph(work, machine))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> create(Work work, MachineFact machine) {
        return name(work, machine)
                .chain(name -> pools.create(work, machine.edgeDataCenterId(), pool(machine, name)))
                .replaceWithVoid();
    }

    private Uni<Void> beginInCeph(Work work, MachineFact machine) {
        return ceph.of(machine.hostname())
                .map(place -> work.value(UUID.class, ITS_OWN, machine.id())
                        .chain(found -> found.map(pool -> cephPools.begin(work, pool, place))
                                .orElseGet(() -> Uni.createFrom().voidItem())))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** The machine's host name, with the end of its id behind it where a pool of the data centre has that name. */
    static Uni<String> name(Work work, MachineFact machine) {
        String hostname = machine.hostname();
        String id = machine.id().toString();
        work.lockName("the local pools of " + machine.edgeDataCenterId());
        return work.exists(NAME_TAKEN, machine.edgeDataCenterId(), hostname)
                .map(taken -> taken ? hostname + " " + id.substring(id.length() - SUFFIX) : hostname);
    }

    private static CreateStoragePool pool(MachineFact machine, String name) {
        return new CreateStoragePool(machine.id(), name, null, DiskType.SSD, CAPACITY_GB, null);
    }
}
