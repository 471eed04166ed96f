package io.skyholm.network.pool;

import io.skyholm.events.network.AddressPoolStatus;
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

/** Finds address pools. */
@Singleton
public class PoolStore {

    private static final String SELECT = """
            select id, generation, tenant_id, name, description, edge_data_center_id, subnet_id, ip_pool_config,
                status, created_at, updated_at, created_by, updated_by, deleted_at
            from ip_pool""";

    private final TenantRead read;

    PoolStore(TenantRead read) {
        this.read = read;
    }

    /** The one of that id, if they may see it. */
    public Uni<Optional<PoolView>> find(TenantScope scope, UUID id) {
        return read.one(scope, Statement.of(SELECT + " where id = $1", id), PoolStore::view);
    }

    Uni<List<PoolView>> list(TenantScope scope, PoolFilter filter, PageRequest page) {
        ListQuery query = ListQuery.of(SELECT)
                .where("(deleted_at is null) = ?", true)
                .where("(tenant_id is null or tenant_id = ?)", scope.platform() ? null : scope.tenantId())
                .where("tenant_id = ?", filter.tenantId())
                .where("subnet_id = ?", filter.subnetId())
                .where("edge_data_center_id = ?", filter.edgeDataCenterId())
                .where(
                        "status = ?",
                        filter.status() == null ? null : filter.status().name())
                .where("lower(name) = lower(?)", filter.name());
        return read.list(scope, query.page(page), PoolStore::view);
    }

    private static PoolView view(Row row) {
        return new PoolView(
                row.getUUID("id"),
                row.getLong("generation"),
                row.getUUID("tenant_id"),
                row.getString("name"),
                row.getString("description"),
                row.getUUID("edge_data_center_id"),
                row.getUUID("subnet_id"),
                PoolConfigs.read(row.getString("ip_pool_config")),
                AddressPoolStatus.valueOf(row.getString("status")),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                row.getUUID("created_by"),
                row.getUUID("updated_by"),
                Columns.instantOrNull(row, "deleted_at"));
    }
}
