package io.skyholm.compute.vm;

import io.skyholm.compute.input.JsonObject;
import io.skyholm.runtime.page.ListQuery;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.ColumnReaders;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds virtual machines. */
@Singleton
class VirtualMachineStore {

    private static final String SELECT = """
            select id, generation, tenant_id, instance_id, compute_machine_id, vm_uuid, vm_name, cpu_cores, memory_gb,
                storage_gb, gpu_count, status, seen_detail, seen_at, config, created_at, updated_at, deleted_at,
                (select coalesce(ipv4, ipv6) from known_network port where port.instance_id = vm.instance_id) as address,
                (select mac_address from known_network port where port.instance_id = vm.instance_id) as mac_address
            from virtual_machine vm""";

    private final TenantRead read;

    VirtualMachineStore(TenantRead read) {
        this.read = read;
    }

    Uni<Optional<VirtualMachineView>> find(TenantScope scope, UUID id) {
        return read.one(scope, Statement.of(SELECT + " where id = $1", id), VirtualMachineStore::view);
    }

    Uni<List<VirtualMachineView>> list(TenantScope scope, VirtualMachineFilter filter, PageRequest page) {
        ListQuery query = ListQuery.of(SELECT)
                .inScope(scope)
                .where("tenant_id = ?", filter.tenantId())
                .where("instance_id = ?", filter.instanceId())
                .where("compute_machine_id = ?", filter.computeMachineId())
                .where(
                        "status = ?",
                        filter.status() == null ? null : filter.status().name());
        return read.list(scope, query.page(page), VirtualMachineStore::view);
    }

    private static VirtualMachineView view(Row row) {
        return new VirtualMachineView(
                row.getUUID("id"),
                row.getLong("generation"),
                row.getUUID("tenant_id"),
                row.getUUID("instance_id"),
                row.getUUID("compute_machine_id"),
                row.getString("vm_uuid"),
                row.getString("vm_name"),
                row.getInteger("cpu_cores"),
                row.getInteger("memory_gb"),
                row.getInteger("storage_gb"),
                row.getInteger("gpu_count"),
                VirtualMachineStatus.valueOf(row.getString("status")),
                row.getString("seen_detail"),
                ColumnReaders.instantOrNull(row, "seen_at"),
                row.getString("address"),
                row.getString("mac_address"),
                JsonObject.read(row.getString("config")),
                ColumnReaders.instant(row, "created_at"),
                ColumnReaders.instant(row, "updated_at"),
                ColumnReaders.instantOrNull(row, "deleted_at"));
    }
}
