package io.skyholm.identity.apikey;

import io.skyholm.runtime.page.ListQuery;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.ColumnReaders;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds keys. */
@Singleton
class ApiKeyStore {

    private static final String SELECT = """
            select id, generation, tenant_id, user_id, name, prefix, permissions, allowed_addresses, expires_at,
                is_active, last_used_at, created_at, updated_at
            from api_key""";

    private final TenantRead read;

    ApiKeyStore(TenantRead read) {
        this.read = read;
    }

    Uni<Optional<ApiKeyView>> find(TenantScope scope, UUID id) {
        return read.one(scope, Statement.of(SELECT + " where id = $1", id), ApiKeyStore::view);
    }

    Uni<List<ApiKeyView>> list(TenantScope scope, ApiKeyFilter filter, PageRequest page) {
        ListQuery query = ListQuery.of(SELECT)
                .inScope(scope)
                .where("user_id = ?", filter.userId())
                .where("is_active = ?", filter.active());
        return read.list(scope, query.page(page), ApiKeyStore::view);
    }

    private static ApiKeyView view(Row row) {
        return new ApiKeyView(
                row.getUUID("id"),
                row.getLong("generation"),
                row.getUUID("tenant_id"),
                row.getUUID("user_id"),
                row.getString("name"),
                row.getString("prefix"),
                null,
                ApiKeyView.permissions(row.getArrayOfStrings("permissions")),
                List.of(row.getArrayOfStrings("allowed_addresses")),
                ColumnReaders.instantOrNull(row, "expires_at"),
                row.getBoolean("is_active"),
                ColumnReaders.instantOrNull(row, "last_used_at"),
                ColumnReaders.instant(row, "created_at"),
                ColumnReaders.instant(row, "updated_at"));
    }
}
