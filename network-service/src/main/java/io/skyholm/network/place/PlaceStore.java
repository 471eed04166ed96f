package io.skyholm.network.place;

import io.skyholm.events.network.PlaceStatus;
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

/** Finds places. */
@Singleton
public class PlaceStore {

    private static final String SELECT = """
            select id, generation, tenant_id, name, description, subnet_id, location, status, created_at,
                updated_at, created_by, updated_by, deleted_at
            from place""";

    private final TenantRead read;

    PlaceStore(TenantRead read) {
        this.read = read;
    }

    /** The one of that id, if they may see it. */
    public Uni<Optional<PlaceView>> find(TenantScope scope, UUID id) {
        return read.one(scope, Statement.of(SELECT + " where id = $1", id), PlaceStore::view);
    }

    Uni<List<PlaceView>> list(TenantScope scope, PlaceFilter filter, PageRequest page) {
        ListQuery query = ListQuery.of(SELECT)
                .inScope(scope)
                .where("(deleted_at is null) = ?", true)
                .where("tenant_id = ?", filter.tenantId())
                .where("subnet_id = ?", filter.subnetId())
                .where(
                        "status = ?",
                        filter.status() == null ? null : filter.status().name())
                .where("lower(name) = lower(?)", filter.name());
        return read.list(scope, query.page(page), PlaceStore::view);
    }

    private static PlaceView view(Row row) {
        return new PlaceView(
                row.getUUID("id"),
                row.getLong("generation"),
                row.getUUID("tenant_id"),
                row.getString("name"),
                row.getString("description"),
                row.getUUID("subnet_id"),
                row.getString("location"),
                PlaceStatus.valueOf(row.getString("status")),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                row.getUUID("created_by"),
                row.getUUID("updated_by"),
                Columns.instantOrNull(row, "deleted_at"));
    }
}
