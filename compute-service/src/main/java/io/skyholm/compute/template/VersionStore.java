package io.skyholm.compute.template;

import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.page.ListQuery;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.Columns;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds the versions of a template. */
@Singleton
class VersionStore {

    private static final String SELECT = """
            select id, template_id, version_number, is_latest, config_snapshot, changelog, created_at, created_by
            from template_version""";

    private final TenantRead read;

    VersionStore(TenantRead read) {
        this.read = read;
    }

    Uni<Optional<VersionView>> find(Caller caller, UUID template, UUID id) {
        Statement statement = Statement.of(SELECT + " where template_id = $1 and id = $2", template, id);
        return read.one(caller.scope(), statement, VersionStore::view);
    }

    Uni<List<VersionView>> list(Caller caller, UUID template, PageRequest page) {
        ListQuery query = ListQuery.of(SELECT).where("template_id = ?", template);
        return read.list(caller.scope(), query.page(page), VersionStore::view);
    }

    private static VersionView view(Row row) {
        return new VersionView(
                row.getUUID("id"),
                row.getUUID("template_id"),
                row.getString("version_number"),
                row.getBoolean("is_latest"),
                ConfigSnapshot.read(row.getString("config_snapshot")),
                row.getString("changelog"),
                Columns.instant(row, "created_at"),
                row.getUUID("created_by"));
    }
}
