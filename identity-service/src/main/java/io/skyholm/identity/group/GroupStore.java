package io.skyholm.identity.group;

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

/** Finds groups. */
@Singleton
class GroupStore {

    private static final String SELECT = """
            select id, generation, tenant_id, name, description, parent_group_id, quota_config,
                created_at, updated_at, created_by, updated_by, deleted_at
            from user_group""";

    private final TenantRead read;

    GroupStore(TenantRead read) {
        this.read = read;
    }

    Uni<Optional<GroupView>> find(TenantScope scope, UUID id) {
        return read.one(scope, Statement.of(SELECT + " where id = $1", id), GroupStore::view);
    }

    Uni<List<GroupView>> list(TenantScope scope, GroupFilter filter, PageRequest page) {
        ListQuery query = ListQuery.of(SELECT)
                .inScope(scope)
                .where("(deleted_at is null) = ?", true)
                .where("tenant_id = ?", filter.tenantId())
                .where("parent_group_id = ?", filter.parentGroupId())
                .where("lower(name) = lower(?)", filter.name());
        return read.list(scope, query.page(page), GroupStore::view);
    }

    private static GroupView view(Row row) {
        return new GroupView(
                row.getUUID("id"),
                row.getLong("generation"),
                row.getUUID("tenant_id"),
                row.getString("name"),
                row.getString("description"),
                row.getUUID("parent_group_id"),
                QuotaColumn.read(row.getString("quota_config")),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                row.getUUID("created_by"),
                row.getUUID("updated_by"),
                Columns.instantOrNull(row, "deleted_at"));
    }
}
