package io.skyholm.network.securitygroup;

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

/** Finds security groups. */
@Singleton
public class SecurityGroupStore {

    private static final String SELECT = """
            select id, generation, tenant_id, name, description, is_default, rules, created_at, updated_at,
                created_by, updated_by, deleted_at
            from security_group""";

    private final TenantRead read;

    SecurityGroupStore(TenantRead read) {
        this.read = read;
    }

    /** The one of that id, if they may see it. */
    public Uni<Optional<SecurityGroupView>> find(TenantScope scope, UUID id) {
        return read.one(scope, Statement.of(SELECT + " where id = $1", id), SecurityGroupStore::view);
    }

    Uni<List<SecurityGroupView>> list(TenantScope scope, SecurityGroupFilter filter, PageRequest page) {
        ListQuery query = ListQuery.of(SELECT)
                .inScope(scope)
                .where("(deleted_at is null) = ?", true)
                .where("tenant_id = ?", filter.tenantId())
                .where("is_default = ?", filter.isDefault())
                .where("lower(name) = lower(?)", filter.name());
        return read.list(scope, query.page(page), SecurityGroupStore::view);
    }

    private static SecurityGroupView view(Row row) {
        return new SecurityGroupView(
                row.getUUID("id"),
                row.getLong("generation"),
                row.getUUID("tenant_id"),
                row.getString("name"),
                row.getString("description"),
                row.getBoolean("is_default"),
                RulesColumn.read(row.getString("rules")),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                row.getUUID("created_by"),
                row.getUUID("updated_by"),
                Columns.instantOrNull(row, "deleted_at"));
    }
}
