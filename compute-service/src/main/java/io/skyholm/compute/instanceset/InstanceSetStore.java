package io.skyholm.compute.instanceset;

import io.skyholm.events.compute.InstanceSetStatus;
import io.skyholm.events.compute.InstanceSetType;
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

/** Finds instance sets. */
@Singleton
class InstanceSetStore {

    private static final String SELECT = """
            select id, generation, tenant_id, owner_id, name, description, user_group_id, set_type, status, tags,
                created_at, updated_at, created_by, updated_by, deleted_at
            from instance_set""";

    private final TenantRead read;

    InstanceSetStore(TenantRead read) {
        this.read = read;
    }

    Uni<Optional<InstanceSetView>> find(TenantScope scope, UUID id) {
        return read.one(scope, Statement.of(SELECT + " where id = $1", id), InstanceSetStore::view);
    }

    Uni<List<InstanceSetView>> list(TenantScope scope, InstanceSetFilter filter, PageRequest page) {
        ListQuery query = ListQuery.of(SELECT)
                .inScope(scope)
                .where("tenant_id = ?", filter.tenantId())
                .where("(deleted_at is null) = ?", filter.status() != InstanceSetStatus.DELETED)
                .where(
                        "set_type = ?",
                        filter.setType() == null ? null : filter.setType().name())
                .where(
                        "status = ?",
                        filter.status() == null ? null : filter.status().name())
                .where("lower(name) = lower(?)", filter.name());
        return read.list(scope, query.page(page), InstanceSetStore::view);
    }

    private static InstanceSetView view(Row row) {
        return new InstanceSetView(
                row.getUUID("id"),
                row.getLong("generation"),
                row.getUUID("tenant_id"),
                row.getUUID("owner_id"),
                row.getString("name"),
                row.getString("description"),
                row.getUUID("user_group_id"),
                InstanceSetType.valueOf(row.getString("set_type")),
                InstanceSetStatus.valueOf(row.getString("status")),
                List.of(row.getArrayOfStrings("tags")),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                row.getUUID("created_by"),
                row.getUUID("updated_by"),
                Columns.instantOrNull(row, "deleted_at"));
    }
}
