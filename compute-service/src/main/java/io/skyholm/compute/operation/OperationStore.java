package io.skyholm.compute.operation;

import io.skyholm.events.compute.OperationKind;
import io.skyholm.events.compute.OperationStatus;
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

/** Finds operations. */
@Singleton
class OperationStore {

    private static final String SELECT = """
            select id, generation, tenant_id, kind, resource_type, resource_id, parent_id, status, detail, steps, deadline,
                created_at, updated_at, ended_at, created_by
            from operation""";

    private final TenantRead read;

    OperationStore(TenantRead read) {
        this.read = read;
    }

    Uni<Optional<OperationView>> find(TenantScope scope, UUID id) {
        return read.one(scope, Statement.of(SELECT + " where id = $1", id), OperationStore::view);
    }

    Uni<List<OperationView>> list(TenantScope scope, OperationFilter filter, PageRequest page) {
        ListQuery query = ListQuery.of(SELECT)
                .inScope(scope)
                .where("tenant_id = ?", filter.tenantId())
                .where("resource_id = ?", filter.resourceId())
                .where("parent_id = ?", filter.parentId())
                .where("kind = ?", filter.kind() == null ? null : filter.kind().name())
                .where(
                        "status = ?",
                        filter.status() == null ? null : filter.status().name());
        return read.list(scope, query.page(page), OperationStore::view);
    }

    private static OperationView view(Row row) {
        return new OperationView(
                row.getUUID("id"),
                row.getLong("generation"),
                row.getUUID("tenant_id"),
                OperationKind.valueOf(row.getString("kind")),
                row.getString("resource_type"),
                row.getUUID("resource_id"),
                row.getUUID("parent_id"),
                OperationStatus.valueOf(row.getString("status")),
                row.getString("detail"),
                StepsColumn.read(row.getString("steps")),
                Columns.instant(row, "deadline"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                Columns.instantOrNull(row, "ended_at"),
                row.getUUID("created_by"));
    }
}
