package io.skyholm.compute.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.UUID;

/** Compares what machines have promised with what instances hold of them. */
public final class Books {

    private static final Sql SQL = Sql.asSuperuser("compute");

    private Books() {}

    /** Of every machine of that pool. */
    public static void agree(UUID pool) {
        assertThat(SQL.rows("""
                select machine.id, machine.allocated_cpu_cores, held.cpu, machine.instances, held.many
                from compute_machine machine left join lateral (
                    select coalesce(sum(held_cpu_cores), 0) as cpu, coalesce(sum(held_memory_gb), 0) as memory,
                        coalesce(sum(held_storage_gb), 0) as storage, count(*) as many,
                        count(*) filter (where instance_set_id is not null) as in_sets
                    from instance where compute_machine_id = machine.id) held on true
                where machine.resource_pool_id = ? and (machine.allocated_cpu_cores, machine.allocated_memory_gb,
                    machine.allocated_storage_gb, machine.instances, cardinality(machine.instance_sets))
                    is distinct from (held.cpu, held.memory, held.storage, held.many, held.in_sets)""", pool)).isEmpty();
    }

    /** Of every machine of that pool, which promises nothing any more. */
    public static void areEmpty(UUID pool) {
        agree(pool);
        assertThat(SQL.number(
                        "select coalesce(sum(allocated_cpu_cores + allocated_memory_gb + instances), 0)"
                                + " from compute_machine where resource_pool_id = ?",
                        pool))
                .isZero();
    }
}
