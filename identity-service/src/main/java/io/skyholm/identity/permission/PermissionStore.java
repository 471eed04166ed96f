package io.skyholm.identity.permission;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
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

/** Finds permissions. */
@Singleton
class PermissionStore {

    private static final String SELECT =
            "select id, resource_type, action, name, description, created_at from permission";

    private final TenantRead read;

    PermissionStore(TenantRead read) {
        this.read = read;
    }

    Uni<Optional<PermissionView>> find(TenantScope scope, UUID id) {
        return read.one(scope, Statement.of(SELECT + " where id = $1", id), PermissionStore::view);
    }

    Uni<List<PermissionView>> list(TenantScope scope, PermissionFilter filter, PageRequest page) {
        ListQuery query = ListQuery.of(SELECT)
                .where(
                        "resource_type = ?",
                        filter.resourceType() == null
                                ? null
                                : filter.resourceType().name());
        return read.list(scope, query.page(page), PermissionStore::view);
    }

    private static PermissionView view(Row row) {
        return new PermissionView(
                row.getUUID("id"),
                ResourceType.valueOf(row.getString("resource_type")),
                Action.valueOf(row.getString("action")),
                row.getString("name"),
                row.getString("description"),
                Columns.instant(row, "created_at"));
    }
}
