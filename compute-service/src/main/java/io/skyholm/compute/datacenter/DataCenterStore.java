package io.skyholm.compute.datacenter;

import io.skyholm.compute.input.JsonObject;
import io.skyholm.events.compute.DataCenterStatus;
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

/** Finds data centres. */
@Singleton
class DataCenterStore {

    private static final String SELECT = """
            select id, generation, name, location, region, status, network_config, created_at, updated_at, created_by,
                updated_by, deleted_at, sums.*
            from edge_data_center place cross join lateral (
            """ + Sums.OF_MACHINES + " m.edge_data_center_id = place.id) sums";

    private final TenantRead read;

    DataCenterStore(TenantRead read) {
        this.read = read;
    }

    Uni<Optional<DataCenterView>> find(TenantScope scope, UUID id) {
        return read.one(scope, Statement.of(SELECT + " where id = $1", id), DataCenterStore::view);
    }

    Uni<List<DataCenterView>> list(TenantScope scope, DataCenterFilter filter, PageRequest page) {
        ListQuery query = ListQuery.of(SELECT)
                .where("(deleted_at is null) = ?", filter.status() != DataCenterStatus.DELETED)
                .where(
                        "status = ?",
                        filter.status() == null ? null : filter.status().name())
                .where("lower(name) = lower(?)", filter.name());
        return read.list(scope, query.page(page), DataCenterStore::view);
    }

    private static DataCenterView view(Row row) {
        Sums sums = Sums.of(row);
        return new DataCenterView(
                row.getUUID("id"),
                row.getLong("generation"),
                row.getString("name"),
                row.getString("location"),
                row.getString("region"),
                DataCenterStatus.valueOf(row.getString("status")),
                JsonObject.read(row.getString("network_config")),
                sums.totalCpuCores(),
                sums.totalMemoryGb(),
                sums.totalStorageGb(),
                sums.totalGpuCount(),
                sums.allocatedCpuCores(),
                sums.allocatedMemoryGb(),
                sums.allocatedStorageGb(),
                sums.allocatedGpuCount(),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                row.getUUID("created_by"),
                row.getUUID("updated_by"),
                Columns.instantOrNull(row, "deleted_at"));
    }
}
