package io.skyholm.network.networkingconfig;

import io.skyholm.events.network.NetworkingConfigType;
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

/** Finds networking documents. */
@Singleton
public class NetworkingConfigStore {

    private static final String SELECT = """
            select id, generation, type, config, is_active, created_at, updated_at, created_by, updated_by,
                deleted_at
            from networking_config""";

    private final TenantRead read;

    NetworkingConfigStore(TenantRead read) {
        this.read = read;
    }

    /** The one of that id, if they may see it. */
    public Uni<Optional<NetworkingConfigView>> find(TenantScope scope, UUID id) {
        return read.one(scope, Statement.of(SELECT + " where id = $1", id), NetworkingConfigStore::view);
    }

    Uni<List<NetworkingConfigView>> list(TenantScope scope, NetworkingConfigFilter filter, PageRequest page) {
        ListQuery query = ListQuery.of(SELECT)
                .where("(deleted_at is null) = ?", true)
                .where("type = ?", filter.type() == null ? null : filter.type().name())
                .where("is_active = ?", filter.isActive());
        return read.list(scope, query.page(page), NetworkingConfigStore::view);
    }

    private static NetworkingConfigView view(Row row) {
        return new NetworkingConfigView(
                row.getUUID("id"),
                row.getLong("generation"),
                NetworkingConfigType.valueOf(row.getString("type")),
                ConfigColumn.read(row.getString("config")),
                row.getBoolean("is_active"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                row.getUUID("created_by"),
                row.getUUID("updated_by"),
                Columns.instantOrNull(row, "deleted_at"));
    }
}
