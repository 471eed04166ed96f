package io.skyholm.identity.tenant;

import io.skyholm.events.identity.TenantStatus;
import io.skyholm.identity.quota.QuotaColumn;
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

/** Finds tenants. */
@Singleton
class TenantStore {

    private static final String SELECT = """
            select id, generation, name, description, status, admin_user_id, vlan_id, quota_config,
                created_at, updated_at, created_by, updated_by, deleted_at
            from tenant""";

    private final TenantRead read;

    TenantStore(TenantRead read) {
        this.read = read;
    }

    Uni<Optional<TenantView>> find(TenantScope scope, UUID id) {
        return read.one(scope, Statement.of(SELECT + " where id = $1", id), TenantStore::view);
    }

    Uni<List<TenantView>> list(TenantScope scope, TenantFilter filter, PageRequest page) {
        ListQuery query = ListQuery.of(SELECT)
                .where("id = ?", scope.platform() ? null : scope.tenantId())
                .where(
                        "status = ?",
                        filter.status() == null ? null : filter.status().name())
                .where("lower(name) = lower(?)", filter.name());
        return read.list(scope, query.page(page), TenantStore::view);
    }

    private static TenantView view(Row row) {
        return new TenantView(
                row.getUUID("id"),
                row.getLong("generation"),
                row.getString("name"),
                row.getString("description"),
                TenantStatus.valueOf(row.getString("status")),
                row.getUUID("admin_user_id"),
                row.getInteger("vlan_id"),
                QuotaColumn.read(row.getString("quota_config")),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                row.getUUID("created_by"),
                row.getUUID("updated_by"),
                Columns.instantOrNull(row, "deleted_at"));
    }
}
