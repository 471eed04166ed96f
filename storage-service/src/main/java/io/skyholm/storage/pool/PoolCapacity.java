package io.skyholm.storage.pool;

import io.skyholm.events.storage.DiskType;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** How much pools have left: what is allocated is checked and changed in one statement, so it is never more than there is. */
@Singleton
public class PoolCapacity {

    /** A pool whose machine is silent, fenced or gone would soon be the emptiest, and get every new disk. */
    private static final String CLAIM = """
            update storage_pool set allocated_gb = allocated_gb + $3
            where id = (
                select pool.id
                from storage_pool pool join known_machine machine on machine.id = pool.compute_machine_id
                where pool.edge_data_center_id = $1 and pool.disk_type = $2 and pool.status = 'ACTIVE'
                    and pool.deleted_at is null and machine.status = 'ACTIVE' and machine.fenced_at is null
                    and pool.allocated_gb + $3 <= pool.capacity_gb
                order by pool.capacity_gb - pool.allocated_gb desc, pool.id limit 1 for update of pool)
            returning id, edge_data_center_id, compute_machine_id""";

    private static final String OFFERED = """
            select 1 from storage_pool
            where edge_data_center_id = $1 and disk_type = $2 and status = 'ACTIVE' and deleted_at is null""";
    private static final String GROW = """
            update storage_pool set allocated_gb = allocated_gb + $2
            where id = $1 and allocated_gb + $2 <= capacity_gb""";
    private static final String RELEASE = "update storage_pool set allocated_gb = allocated_gb - $2 where id = $1";

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

    /** Takes more of the pool of a disk that grows. */
    public Uni<Void> grow(Work work, UUID pool, int gb) {
        return work.execute(GROW, pool, (long) gb)
                .invoke(changed -> {
                    if (changed == 0) {
                        throw StoragePoolProblems.full(gb);
                    }
                })
                .replaceWithVoid();
    }

    /** What a disk had that is proven to be gone. */
    public void release(Work work, UUID pool, int sizeGb) {
        work.send(RELEASE, pool, (long) sizeGb);
    }
}
