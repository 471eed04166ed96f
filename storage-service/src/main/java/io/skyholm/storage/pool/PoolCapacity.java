package io.skyholm.storage.pool;

import io.skyholm.events.storage.DiskType;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.IntFunction;

/** How much pools have left: what is allocated is checked and changed in one statement, so it is never more than there is. */
@Singleton
public class PoolCapacity {

    /** A pool whose machine is silent, fenced or gone would soon be the emptiest, and get every new disk. */
    private static final String IN_SERVICE = """
            pool.status = 'ACTIVE' and pool.deleted_at is null and machine.id = pool.compute_machine_id
                and machine.status = 'ACTIVE' and machine.fenced_at is null""";

    private static final String CLAIMED = " returning pool.id, pool.edge_data_center_id, pool.compute_machine_id";

    private static final String CLAIM = """
            update storage_pool set allocated_gb = allocated_gb + $3
            where id = (
                select pool.id from storage_pool pool, known_machine machine
                where pool.edge_data_center_id = $1 and pool.disk_type = $2 and %s
                    and pool.allocated_gb + $3 <= pool.capacity_gb
                order by pool.capacity_gb - pool.allocated_gb desc, pool.id limit 1 for update of pool)
            returning id, edge_data_center_id, compute_machine_id""".formatted(IN_SERVICE);

    private static final String CLAIM_OTHER = """
            update storage_pool set allocated_gb = allocated_gb + $3
            where id = (
                select pool.id from storage_pool pool, known_machine machine
                where pool.edge_data_center_id = $1 and pool.disk_type = $2 and %s
                    and pool.allocated_gb + $3 <= pool.capacity_gb and pool.id <> $4
                order by pool.capacity_gb - pool.allocated_gb desc, pool.id limit 1 for update of pool)
            returning id, edge_data_center_id, compute_machine_id""".formatted(IN_SERVICE);

    private static final String CLAIM_IN =
            taking("$4", "pool.id = $1 and pool.edge_data_center_id = $2 and pool.disk_type = $3") + CLAIMED;

    private static final String CLAIM_ON =
            taking("$4", "pool.compute_machine_id = $1 and pool.edge_data_center_id = $2 and pool.disk_type = $3")
                    + CLAIMED;

    private static final String CLAIM_FOR = taking("$2", "pool.compute_machine_id = $1") + CLAIMED + ", pool.disk_type";

    private static final String OF_MACHINE =
            "select 1 from storage_pool where compute_machine_id = $1 and status = 'ACTIVE' and deleted_at is null";

    private static final String IS_ON = """
            select 1 from storage_pool
            where compute_machine_id = $1 and edge_data_center_id = $2 and disk_type = $3 and status = 'ACTIVE'
                and deleted_at is null""";

    private static final String IS_IN =
            "select 1 from storage_pool where id = $1 and edge_data_center_id = $2 and disk_type = $3";
    private static final String OFFERED = """
            select 1 from storage_pool
            where edge_data_center_id = $1 and disk_type = $2 and status = 'ACTIVE' and deleted_at is null""";
    private static final String OFFERED_BESIDE = OFFERED + " and id <> $3";
    private static final String GROW = """
            update storage_pool set allocated_gb = allocated_gb + $2
            where id = $1 and allocated_gb + $2 <= capacity_gb""";
    private static final String COPY = taking("$2", "pool.id = $1");
    private static final String RELEASE = "update storage_pool set allocated_gb = allocated_gb - $2 where id = $1";

    /** Takes so much of the one that these conditions choose, if its machine is in service and it has as much left. */
    private static String taking(String gb, String chosen) {
        return """
                update storage_pool pool set allocated_gb = pool.allocated_gb + %1$s from known_machine machine
                where %2$s and %3$s and pool.allocated_gb + %1$s <= pool.capacity_gb""".formatted(gb, chosen, IN_SERVICE);
    }

    /** Takes room of the emptiest pool of that type there. */
    public Uni<ClaimedPool> claim(Work work, UUID dataCenter, DiskType type, int sizeGb) {
        return work.find(ClaimedPool.class, CLAIM, dataCenter, type.name(), (long) sizeGb)
                .chain(found -> found.map(pool -> Uni.createFrom().item(pool))
                        .orElseGet(() -> refuse(work, dataCenter, type, sizeGb)));
    }

    private static Uni<ClaimedPool> refuse(Work work, UUID dataCenter, DiskType type, int sizeGb) {
        return work.some(() -> StoragePoolProblems.notOffered(type), OFFERED, dataCenter, type.name())
                .map(offered -> {
                    throw StoragePoolProblems.allFull(type, sizeGb);
                });
    }

    /** Takes room of the emptiest pool of that type there that is not this one. */
    public Uni<ClaimedPool> claimOther(Work work, UUID pool, UUID dataCenter, DiskType type, int sizeGb) {
        return work.find(ClaimedPool.class, CLAIM_OTHER, dataCenter, type.name(), (long) sizeGb, pool)
                .chain(found -> found.map(claimed -> Uni.createFrom().item(claimed))
                        .orElseGet(() -> refuseOther(work, pool, dataCenter, type, sizeGb)));
    }

    private static Uni<ClaimedPool> refuseOther(Work work, UUID pool, UUID dataCenter, DiskType type, int sizeGb) {
        return work.some(() -> StoragePoolProblems.noOther(type), OFFERED_BESIDE, dataCenter, type.name(), pool)
                .map(offered -> {
                    throw StoragePoolProblems.othersFull(type, sizeGb);
                });
    }

    /** Takes room of the pool of a snapshot for a disk that is made of it. */
    public Uni<ClaimedPool> claimIn(Work work, UUID pool, UUID dataCenter, DiskType type, int sizeGb) {
        return work.find(ClaimedPool.class, CLAIM_IN, pool, dataCenter, type.name(), (long) sizeGb)
                .chain(found -> found.map(claimed -> Uni.createFrom().item(claimed))
                        .orElseGet(() -> refuseIn(work, pool, dataCenter, type, sizeGb)));
    }

    private static Uni<ClaimedPool> refuseIn(Work work, UUID pool, UUID dataCenter, DiskType type, int sizeGb) {
        return work.some(StoragePoolProblems::anotherPool, IS_IN, pool, dataCenter, type.name())
                .map(offered -> {
                    throw StoragePoolProblems.noRoomForClone(sizeGb);
                });
    }

    /** Takes room of the pool of that type on that machine, which has one at most. */
    Uni<ClaimedPool> claimOn(Work work, UUID machine, UUID dataCenter, DiskType type, int sizeGb) {
        return work.find(ClaimedPool.class, CLAIM_ON, machine, dataCenter, type.name(), (long) sizeGb)
                .chain(found -> found.map(claimed -> Uni.createFrom().item(claimed))
                        .orElseGet(() -> refuseOn(work, machine, dataCenter, type, sizeGb)));
    }

    private static Uni<ClaimedPool> refuseOn(Work work, UUID machine, UUID dataCenter, DiskType type, int sizeGb) {
        return work.some(() -> StoragePoolProblems.noneOnMachine(type), IS_ON, machine, dataCenter, type.name())
                .map(offered -> {
                    throw StoragePoolProblems.noRoomOnMachine(sizeGb);
                });
    }

    /** Takes room of the pool on that machine, of whatever type it is. */
    public Uni<MachinePool> claimFor(Work work, UUID machine, int sizeGb) {
        return work.find(MachinePool.class, CLAIM_FOR, machine, (long) sizeGb)
                .chain(found -> found.map(claimed -> Uni.createFrom().item(claimed))
                        .orElseGet(() -> refuseFor(work, machine, sizeGb)));
    }

    private static Uni<MachinePool> refuseFor(Work work, UUID machine, int sizeGb) {
        return work.some(StoragePoolProblems::noneForBoot, OF_MACHINE, machine).map(there -> {
            throw StoragePoolProblems.noRoomForBoot(sizeGb);
        });
    }

    /** Takes more of the pool of a disk that grows. */
    public Uni<Void> grow(Work work, UUID pool, int gb) {
        return more(work, GROW, pool, gb, StoragePoolProblems::noRoomToGrow);
    }

    /** Takes as much of the pool of a disk as a snapshot of it has. */
    public Uni<Void> copy(Work work, UUID pool, int sizeGb) {
        return more(work, COPY, pool, sizeGb, StoragePoolProblems::noRoomForSnapshot);
    }

    /** Takes as much of the pool of a disk as it has, since its host keeps its bytes until those of the snapshot are there. */
    public Uni<Void> rollBack(Work work, UUID pool, int gb) {
        return more(work, COPY, pool, gb, StoragePoolProblems::noRoomForRollback);
    }

    private static Uni<Void> more(Work work, String claim, UUID pool, int gb, IntFunction<Problem> refusal) {
        return work.execute(claim, pool, (long) gb)
                .invoke(changed -> {
                    if (changed == 0) {
                        throw refusal.apply(gb);
                    }
                })
                .replaceWithVoid();
    }

    /** What a disk or a snapshot had that is proven to be gone. */
    public void release(Work work, UUID pool, int sizeGb) {
        work.send(RELEASE, pool, (long) sizeGb);
    }
}
