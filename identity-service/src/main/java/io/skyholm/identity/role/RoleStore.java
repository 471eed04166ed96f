package io.skyholm.identity.role;

import io.skyholm.events.access.Permission;
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

/** Finds roles; every tenant sees the built-in ones beside its own. */
@Singleton
class RoleStore {

    private static final String SELECT = """
            select id, generation, tenant_id, name, description, is_default, permissions,
                created_at, updated_at, created_by, updated_by, deleted_at
            from role""";

    private final TenantRead read;

    RoleStore(TenantRead read) {
        this.read = read;
    }

    Uni<Optional<RoleView>> find(TenantScope scope, UUID id) {
        return read.one(scope, Statement.of(SELECT + " where id = $1", id), RoleStore::view);
    }

    Uni<List<RoleView>> list(TenantScope scope, RoleFilter filter, PageRequest page) {
        ListQuery query = ListQuery.of(SELECT)
                .where("(deleted_at is null) = ?", true)
                .where("(tenant_id is null or tenant_id = ?)", scope.platform() ? null : scope.tenantId())
                .where("tenant_id = ?", filter.tenantId())
                .where("lower(name) = lower(?)", filter.name());
        return read.list(scope, query.page(page), RoleStore::view);
    }

    private static RoleView view(Row row) {
        UUID tenant = row.getUUID("tenant_id");
        return new RoleView(
                row.getUUID("id"),
                row.getLong("generation"),
                tenant,
                row.getString("name"),
                row.getString("description"),
                row.getBoolean("is_default"),
                tenant == null,
                permissions(row),
                ColumnReaders.instant(row, "created_at"),
                ColumnReaders.instant(row, "updated_at"),
                row.getUUID("created_by"),
                row.getUUID("updated_by"),
                ColumnReaders.instantOrNull(row, "deleted_at"));
    }

    /** What a built-in role allows is known to the program alone. */
    private static List<String> permissions(Row row) {
        return BuiltIns.of(row.getUUID("id"))
                .map(role -> role.permissions().stream().map(Permission::name).toList())
                .orElseGet(() -> List.of(row.getArrayOfStrings("permissions")));
    }
}
