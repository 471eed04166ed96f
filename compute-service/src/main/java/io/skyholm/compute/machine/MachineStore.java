package io.skyholm.compute.machine;

import io.skyholm.compute.input.JsonObject;
import io.skyholm.events.compute.MachineStatus;
import io.skyholm.runtime.page.ListQuery;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.Columns;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds machines. */
@Singleton
class MachineStore {

    private static final String SELECT = """
            select id, generation, hostname, name, edge_data_center_id, resource_pool_id, machine_type,
                rental_mode, hypervisor_type, cpu_cores, memory_gb, storage_gb, gpu_count, gpu_model, management_ip,
                business_ip, cpu_capacity, memory_capacity, storage_capacity, allocated_cpu_cores,
                allocated_memory_gb, allocated_storage_gb, allocated_gpu_count, instances, status, status_before,
                status_reason, drain_requested_at, health_status, connection_config, tags, agent_public_key,
                agent_version, last_heartbeat, fenced_at, created_at, updated_at, created_by, updated_by, deleted_at
            from compute_machine""";

    private final TenantRead read;

    MachineStore(TenantRead read) {
        this.read = read;
    }

    Uni<Optional<MachineView>> find(TenantScope scope, UUID id) {
        return read.one(scope, Statement.of(SELECT + " where id = $1", id), MachineStore::view);
    }

    Uni<List<MachineView>> list(TenantScope scope, MachineFilter filter, PageRequest page) {
        ListQuery query = ListQuery.of(SELECT)
                .where("(deleted_at is null) = ?", filter.status() != MachineStatus.DELETED)
                .where("resource_pool_id = ?", filter.resourcePoolId())
                .where("edge_data_center_id = ?", filter.edgeDataCenterId())
                .where("status = ?", nameOf(filter.status()))
                .where("health_status = ?", nameOf(filter.healthStatus()))
                .where("tags @> array[?]::text[]", filter.tag())
                .where("lower(name) = lower(?)", filter.name());
        return read.list(scope, query.page(page), MachineStore::view);
    }

    private static @Nullable String nameOf(@Nullable Enum<?> member) {
        return member == null ? null : member.name();
    }

    private static @Nullable MachineStatus statusOrNull(@Nullable String name) {
        return name == null ? null : MachineStatus.valueOf(name);
    }

    private static MachineView view(Row row) {
        return new MachineView(
                row.getUUID("id"),
                row.getLong("generation"),
                row.getString("hostname"),
                row.getString("name"),
                row.getUUID("edge_data_center_id"),
                row.getUUID("resource_pool_id"),
                MachineType.valueOf(row.getString("machine_type")),
                RentalMode.valueOf(row.getString("rental_mode")),
                HypervisorType.valueOf(row.getString("hypervisor_type")),
                row.getInteger("cpu_cores"),
                row.getInteger("memory_gb"),
                row.getInteger("storage_gb"),
                row.getInteger("gpu_count"),
                row.getString("gpu_model"),
                row.getString("management_ip"),
                row.getString("business_ip"),
                row.getInteger("cpu_capacity"),
                row.getInteger("memory_capacity"),
                row.getInteger("storage_capacity"),
                row.getInteger("allocated_cpu_cores"),
                row.getInteger("allocated_memory_gb"),
                row.getInteger("allocated_storage_gb"),
                row.getInteger("allocated_gpu_count"),
                row.getInteger("instances"),
                MachineStatus.valueOf(row.getString("status")),
                statusOrNull(row.getString("status_before")),
                row.getString("status_reason"),
                Columns.instantOrNull(row, "drain_requested_at"),
                HealthStatus.valueOf(row.getString("health_status")),
                JsonObject.read(row.getString("connection_config")),
                List.of(row.getArrayOfStrings("tags")),
                row.getString("agent_public_key"),
                row.getString("agent_version"),
                Columns.instantOrNull(row, "last_heartbeat"),
                Columns.instantOrNull(row, "fenced_at"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                row.getUUID("created_by"),
                row.getUUID("updated_by"),
                Columns.instantOrNull(row, "deleted_at"));
    }
}
