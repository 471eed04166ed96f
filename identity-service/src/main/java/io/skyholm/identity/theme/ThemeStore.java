package io.skyholm.identity.theme;

import io.skyholm.events.EventJson;
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

/** Finds themes; every tenant sees the platform's beside its own. */
@Singleton
class ThemeStore {

    private static final String SELECT = """
            select id, generation, tenant_id, name, colors, is_active,
                created_at, updated_at, created_by, updated_by, deleted_at
            from theme""";
    private static final String ACTIVE = SELECT + """
             where is_active and deleted_at is null and (tenant_id is null or tenant_id = $1)
            order by tenant_id nulls last limit 1""";

    private final TenantRead read;

    ThemeStore(TenantRead read) {
        this.read = read;
    }

    Uni<Optional<ThemeView>> find(TenantScope scope, UUID id) {
        return read.one(scope, Statement.of(SELECT + " where id = $1", id), ThemeStore::view);
    }

    /** The tenant's own, or else the platform's. */
    Uni<Optional<ThemeView>> active(TenantScope scope, UUID tenant) {
        return read.one(scope, Statement.of(ACTIVE, tenant), ThemeStore::view);
    }

    Uni<List<ThemeView>> list(TenantScope scope, ThemeFilter filter, PageRequest page) {
        ListQuery query = ListQuery.of(SELECT)
                .where("(deleted_at is null) = ?", true)
                .where("(tenant_id is null or tenant_id = ?)", scope.platform() ? null : scope.tenantId())
                .where("tenant_id = ?", filter.tenantId())
                .where("lower(name) = lower(?)", filter.name());
        return read.list(scope, query.page(page), ThemeStore::view);
    }

    private static ThemeView view(Row row) {
        return new ThemeView(
                row.getUUID("id"),
                row.getLong("generation"),
                row.getUUID("tenant_id"),
                row.getString("name"),
                EventJson.readTexts(row.getString("colors")),
                row.getBoolean("is_active"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                row.getUUID("created_by"),
                row.getUUID("updated_by"),
                Columns.instantOrNull(row, "deleted_at"));
    }
}
