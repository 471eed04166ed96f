package io.skyholm.compute.machine;

import io.skyholm.compute.pool.PoolMachines;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Carries a pool's ratios to its machines: what may be promised there never falls below what is. */
@Singleton
class MachinesOfPool implements PoolMachines {

    private static final String ANY =
            "select 1 from compute_machine where resource_pool_id = $1 and deleted_at is null limit 1";

    /** Held in the order of their ids, so that no two changes wait for each other; a claim waits for both. */
    private static final String TOO_MUCH = """
            select count(*) from (
                select m.allocated_cpu_cores > floor(m.cpu_cores * p.cpu_overcommit)
                    or m.allocated_memory_gb > floor(m.memory_gb * p.memory_overcommit)
                    or m.allocated_storage_gb > floor(m.storage_gb * p.storage_overcommit) as too_much
                from compute_machine m join resource_pool p on p.id = m.resource_pool_id
                where m.resource_pool_id = $1 and m.deleted_at is null
                order by m.id for update of m) machine
            where too_much""";

    private static final String ALLOW = """
            update compute_machine m set cpu_capacity = floor(m.cpu_cores * p.cpu_overcommit),
                memory_capacity = floor(m.memory_gb * p.memory_overcommit),
                storage_capacity = floor(m.storage_gb * p.storage_overcommit)
            from resource_pool p
            where p.id = $1 and m.resource_pool_id = p.id and m.deleted_at is null""";

    @Override
    public Uni<Boolean> exist(Work work, UUID pool) {
        return work.exists(ANY, pool);
    }

    /** Where it is too much nothing is changed: the database would refuse it without saying on how many machines. */
    @Override
    public Uni<Long> renewCapacities(Work work, UUID pool) {
        return work.value(Long.class, TOO_MUCH, pool)
                .map(Optional::orElseThrow)
                .call(machines -> machines > 0
                        ? Uni.createFrom().voidItem()
                        : work.execute(ALLOW, pool).replaceWithVoid());
    }
}
