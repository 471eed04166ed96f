package io.skyholm.identity.assignment;

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

/** Finds role assignments. */
@Singleton
class RoleAssignmentStore {

    private static final String SELECT =
            "select id, tenant_id, user_id, role_id, created_at, created_by from role_assignment";

    private final TenantRead read;

    RoleAssignmentStore(TenantRead read) {
        this.read = read;
    }

    Uni<Optional<RoleAssignmentView>> find(TenantScope scope, UUID id) {
        return read.one(scope, Statement.of(SELECT + " where id = $1", id), RoleAssignmentStore::view);
    }

    Uni<List<RoleAssignmentView>> list(TenantScope scope, RoleAssignmentFilter filter, PageRequest page) {
        ListQuery query = ListQuery.of(SELECT)
                .inScope(scope)
                .where("user_id = ?", filter.userId())
                .where("role_id = ?", filter.roleId());
        return read.list(scope, query.page(page), RoleAssignmentStore::view);
    }

    private static RoleAssignmentView view(Row row) {
        return new RoleAssignmentView(
                row.getUUID("id"),
                row.getUUID("tenant_id"),
                row.getUUID("user_id"),
                row.getUUID("role_id"),
                Columns.instant(row, "created_at"),
                row.getUUID("created_by"));
    }
}
