package io.skyholm.compute.maintenance;

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

/** Finds maintenance windows. */
@Singleton
class WindowStore {

    private static final String SELECT = """
            select id, generation, compute_machine_id, status, starts_at, ends_at, reason, drain, created_at, updated_at,
                created_by, updated_by, ended_at
            from maintenance_window""";

    private final TenantRead read;

    WindowStore(TenantRead read) {
        this.read = read;
    }

    Uni<Optional<WindowView>> find(TenantScope scope, UUID id) {
        return read.one(scope, Statement.of(SELECT + " where id = $1", id), WindowStore::view);
    }

    Uni<List<WindowView>> list(TenantScope scope, WindowFilter filter, PageRequest page) {
        ListQuery query = ListQuery.of(SELECT)
                .where("compute_machine_id = ?", filter.computeMachineId())
                .where(
                        "status = ?",
                        filter.status() == null ? null : filter.status().name());
        return read.list(scope, query.page(page), WindowStore::view);
    }

    private static WindowView view(Row row) {
        return new WindowView(
                row.getUUID("id"),
                row.getLong("generation"),
                row.getUUID("compute_machine_id"),
                WindowStatus.valueOf(row.getString("status")),
                Columns.instant(row, "starts_at"),
                Columns.instant(row, "ends_at"),
                row.getString("reason"),
                row.getBoolean("drain"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                row.getUUID("created_by"),
                row.getUUID("updated_by"),
                Columns.instantOrNull(row, "ended_at"));
    }
}
