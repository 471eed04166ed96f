package io.skyholm.compute.placement;

import io.skyholm.compute.size.Size;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;

/** Reads all machines. */
@Singleton
class HostStore {

    private final TenantRead read;
    private final Statement all;

    HostStore(TenantRead read, UpcomingMaintenance maintenance) {
        this.read = read;
        this.all = Statement.of(select(maintenance.soon()));
    }

    Uni<Snapshot> all() {
        return read.list(TenantScope.PLATFORM, all, HostStore::host).map(Snapshot::new);
    }

    private static String select(String maintainedSoon) {
        return """
            select machine.id, machine.resource_pool_id, machine.edge_data_center_id, pool.scheduling_policy,
                machine.status = 'ACTIVE' and pool.status = 'ACTIVE' and center.status = 'ACTIVE'
                    and machine.fenced_at is null and machine.drain_requested_at is null as open,
                machine.health_status, machine.rental_mode, center.region, machine.machine_type, machine.gpu_model, machine.tags,
                machine.cpu_capacity, machine.memory_capacity, machine.storage_capacity, machine.gpu_count,
                machine.allocated_cpu_cores, machine.allocated_memory_gb, machine.allocated_storage_gb,
                machine.allocated_gpu_count, machine.instances, machine.exclusive_to is not null as taken,
                machine.instance_sets, machine.id in (%s) as maintained_soon
            from compute_machine machine
            join resource_pool pool on pool.id = machine.resource_pool_id
            join edge_data_center center on center.id = machine.edge_data_center_id
            where machine.deleted_at is null
            order by machine.id""".formatted(maintainedSoon);
    }

    private static Host host(Row row) {
        return new Host(
                row.getUUID("id"),
                row.getUUID("resource_pool_id"),
                row.getUUID("edge_data_center_id"),
                Policy.of(row.getString("scheduling_policy")),
                traits(row),
                new Size(
                        row.getInteger("cpu_capacity"),
                        row.getInteger("memory_capacity"),
                        row.getInteger("storage_capacity"),
                        row.getInteger("gpu_count")),
                load(row));
    }

    private static Host.Traits traits(Row row) {
        return new Host.Traits(
                row.getBoolean("open"),
                !row.getString("health_status").equals("CRITICAL"),
                row.getString("rental_mode").equals("EXCLUSIVE"),
                row.getString("region"),
                row.getString("machine_type"),
                row.getString("gpu_model"),
                Set.copyOf(Arrays.asList(row.getArrayOfStrings("tags"))),
                row.getBoolean("maintained_soon"));
    }

    private static MachineAllocation load(Row row) {
        Size allocated = new Size(
                row.getInteger("allocated_cpu_cores"),
                row.getInteger("allocated_memory_gb"),
                row.getInteger("allocated_storage_gb"),
                row.getInteger("allocated_gpu_count"));
        UUID[] sets = row.getArrayOfUUIDs("instance_sets");
        return new MachineAllocation(
                allocated,
                row.getInteger("instances"),
                row.getBoolean("taken"),
                sets.length == 0 ? Set.of() : Set.copyOf(Arrays.asList(sets)));
    }
}
