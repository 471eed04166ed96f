package io.skyholm.compute.maintenance;

import io.skyholm.events.compute.MaintenanceNoticeStatus;
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

/** Finds maintenance notices. */
@Singleton
class NoticeStore {

    private static final String SELECT = """
            select id, generation, tenant_id, instance_id, instance_name, status, starts_at, ends_at, reason, move_at,
                operation_id, created_at, updated_at
            from maintenance_notice notice
            left join lateral (select instance.name as instance_name from instance
                where instance.id = notice.instance_id) named on true""";

    private final TenantRead read;

    NoticeStore(TenantRead read) {
        this.read = read;
    }

    Uni<Optional<NoticeView>> find(TenantScope scope, UUID id) {
        return read.one(scope, Statement.of(SELECT + " where id = $1", id), NoticeStore::view);
    }

    Uni<List<NoticeView>> list(TenantScope scope, NoticeFilter filter, PageRequest page) {
        ListQuery query = ListQuery.of(SELECT)
                .inScope(scope)
                .where("tenant_id = ?", filter.tenantId())
                .where("instance_id = ?", filter.instanceId())
                .where(
                        "status = ?",
                        filter.status() == null ? null : filter.status().name());
        return read.list(scope, query.page(page), NoticeStore::view);
    }

    private static NoticeView view(Row row) {
        return new NoticeView(
                row.getUUID("id"),
                row.getLong("generation"),
                row.getUUID("tenant_id"),
                row.getUUID("instance_id"),
                row.getString("instance_name"),
                MaintenanceNoticeStatus.valueOf(row.getString("status")),
                Columns.instant(row, "starts_at"),
                Columns.instant(row, "ends_at"),
                row.getString("reason"),
                Columns.instantOrNull(row, "move_at"),
                row.getUUID("operation_id"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"));
    }
}
