package io.skyholm.system.benchmarks;

import io.skyholm.system.benchmarks.measure.BenchSuite;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Machines that are there by the thousand, written past the service. */
final class Machines implements AutoCloseable {

    static final UUID CENTER = UUID.fromString("0198c3a1-7d00-7000-8000-00000000000c");
    static final UUID POOL = UUID.fromString("0198c3a1-7d00-7000-8000-00000000000d");

    private final Connection database;

    Machines(BenchSuite suite) throws SQLException {
        database = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + suite.port("postgres") + "/skyholm?currentSchema=compute",
                "postgres",
                suite.password("postgres"));
    }

    /** A pool of so many empty machines without over-commit, and nothing else. */
    void are(int many) throws SQLException {
        execute("truncate instance, virtual_machine, operation, instance_set_member, placement_queue, reconcile_task,"
                + " outbox_event, compute_machine, resource_pool, edge_data_center cascade");
        execute("""
                insert into edge_data_center (id, generation, name, status, created_at, updated_at)
                values ('%s', 1, 'bench', 'ACTIVE', now(), now())""".formatted(CENTER));
        execute("""
                insert into resource_pool (id, generation, name, edge_data_center_id, scheduling_policy, status,
                    cpu_overcommit, memory_overcommit, storage_overcommit, created_at, updated_at)
                values ('%s', 1, 'bench', '%s', 'load_balance', 'ACTIVE', 1, 1, 1, now(), now())""".formatted(POOL, CENTER));
        execute("""
                insert into compute_machine (id, generation, hostname, name, edge_data_center_id, resource_pool_id,
                    machine_type, rental_mode, hypervisor_type, cpu_cores, memory_gb, storage_gb, gpu_count,
                    management_ip, cpu_capacity, memory_capacity, storage_capacity, status, health_status, tags,
                    last_heartbeat, created_at, updated_at)
                select gen_random_uuid(), 1, 'host-' || number, 'host-' || number, '%s', '%s', 'CPU_SERVER', 'SHARED',
                    'KVM', 64, 256, 4000, 0, '10.' || number / 65536 || '.' || number / 256 %% 256 || '.' || number %% 256,
                    64, 256, 4000, 'ACTIVE', 'HEALTHY', '{ssd}',
                    now() + interval '1 day', now(), now()
                from generate_series(1, %d) number""".formatted(CENTER, POOL, many));
        execute("analyze compute_machine");
    }

    /** How many instances have a place, and whether the books of the machines agree with them. */
    long placed() throws SQLException {
        long differing = number("""
                select count(*) from compute_machine machine left join lateral (
                    select coalesce(sum(held_cpu_cores), 0) as cpu, count(*) as many from instance
                    where compute_machine_id = machine.id) held on true
                where (machine.allocated_cpu_cores, machine.instances, cardinality(machine.instance_sets))
                    is distinct from (held.cpu, held.many, held.many)""");
        if (differing > 0) {
            throw new IllegalStateException(differing + " machines have promised what nobody holds");
        }
        return number("select count(*) from instance where compute_machine_id is not null");
    }

    /** How many pairs of a set that keeps apart meet on a machine. */
    long meetings() throws SQLException {
        return number("""
                select count(*) from (select 1 from instance where compute_machine_id is not null
                    group by compute_machine_id, instance_set_id having count(*) > 1) met""");
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }

    private long number(String query) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(query);
                ResultSet found = statement.executeQuery()) {
            found.next();
            return found.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            statement.execute();
        }
    }
}
