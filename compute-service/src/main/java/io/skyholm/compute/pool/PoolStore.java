package io.skyholm.compute.pool;

import io.skyholm.compute.datacenter.Sums;
import io.skyholm.events.compute.PoolStatus;
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

/** Finds pools. */
@Singleton
class PoolStore {

    private static final String SELECT = """
            select id, generation, edge_data_center_id, name, description, scheduling_policy, status, cpu_overcommit,
                memory_overcommit, storage_overcommit, created_at, updated_at, created_by, updated_by, deleted_at,
                sums.*
            from resource_pool pool cross join lateral (
            """ + Sums.OF_MACHINES + " m.resource_pool_id = pool.id) sums";

    private final TenantRead read;

    PoolStore(TenantRead read) {
        this.read = read;
    }

    Uni<Optional<PoolView>> find(TenantScope scope, UUID id) {
        return read.one(scope, Statement.of(SELECT + " where id = $1", id), PoolStore::view);
    }

    Uni<List<PoolView>> list(TenantScope scope, PoolFilter filter, PageRequest page) {
        ListQuery query = ListQuery.of(SELECT)
                .where("(deleted_at is null) = ?", filter.status() != PoolStatus.DELETED)
                .where("edge_data_center_id = ?", filter.edgeDataCenterId())
                .where(
                        "status = ?",
                        filter.status() == null ? null : filter.status().name())
                .where("lower(name) = lower(?)", filter.name());
        return read.list(scope, query.page(page), PoolStore::view);
    }

    private static PoolView view(Row row) {
        Sums sums = Sums.of(row);
        return new PoolView(
                row.getUUID("id"),
                row.getLong("generation"),
                row.getUUID("edge_data_center_id"),
                row.getString("name"),
                row.getString("description"),
                PoolType.COMPUTE,
                row.getString("scheduling_policy"),
                PoolStatus.valueOf(row.getString("status")),
                row.getBigDecimal("cpu_overcommit"),
                row.getBigDecimal("memory_overcommit"),
                row.getBigDecimal("storage_overcommit"),
                sums.totalCpuCores(),
                sums.totalMemoryGb(),
                sums.totalStorageGb(),
                sums.totalGpuCount(),
                sums.allocatedCpuCores(),
                sums.allocatedMemoryGb(),
                sums.allocatedStorageGb(),
                sums.allocatedGpuCount(),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                row.getUUID("created_by"),
                row.getUUID("updated_by"),
                Columns.instantOrNull(row, "deleted_at"));
    }
}
