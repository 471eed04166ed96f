package io.skyholm.compute.stackscript;

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

/** Finds scripts; every tenant sees the public ones beside its own. */
@Singleton
class StackScriptStore {

    private static final String SELECT = """
            select id, generation, tenant_id, name, external_id, script_data, description, is_active, is_public,
                created_at, updated_at, created_by, updated_by, deleted_at
            from stack_script""";

    private final TenantRead read;

    StackScriptStore(TenantRead read) {
        this.read = read;
    }

    Uni<Optional<StackScriptView>> find(TenantScope scope, UUID id) {
        return read.one(scope, Statement.of(SELECT + " where id = $1", id), StackScriptStore::view);
    }

    Uni<List<StackScriptView>> list(TenantScope scope, StackScriptFilter filter, PageRequest page) {
        ListQuery query = ListQuery.of(SELECT)
                .where("(deleted_at is null) = ?", true)
                .where("tenant_id = ?", filter.tenantId())
                .where("lower(name) = lower(?)", filter.name())
                .where("is_active = ?", filter.isActive());
        return read.list(scope, query.page(page), StackScriptStore::view);
    }

    private static StackScriptView view(Row row) {
        return new StackScriptView(
                row.getUUID("id"),
                row.getLong("generation"),
                row.getUUID("tenant_id"),
                row.getString("name"),
                row.getString("external_id"),
                ScriptData.read(row.getString("script_data")),
                row.getString("description"),
                row.getBoolean("is_active"),
                row.getBoolean("is_public"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                row.getUUID("created_by"),
                row.getUUID("updated_by"),
                Columns.instantOrNull(row, "deleted_at"));
    }
}
