package io.skyholm.identity.reset;

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

/** Finds password resets. */
@Singleton
class PasswordResetStore {

    private static final String SELECT =
            "select id, tenant_id, user_id, expires_at, used_at, created_at from password_reset";

    private final TenantRead read;

    PasswordResetStore(TenantRead read) {
        this.read = read;
    }

    /** Whose password it is for. */
    Uni<UUID> userOf(UUID id) {
        return read.one(
                        TenantScope.PLATFORM,
                        Statement.of("select user_id from password_reset where id = $1", id),
                        row -> row.getUUID("user_id"))
                .map(Optional::orElseThrow);
    }

    Uni<List<PasswordResetView>> list(TenantScope scope, PasswordResetFilter filter, PageRequest page) {
        ListQuery query = ListQuery.of(SELECT).inScope(scope).where("user_id = ?", filter.userId());
        return read.list(scope, query.page(page), PasswordResetStore::view);
    }

    private static PasswordResetView view(Row row) {
        return new PasswordResetView(
                row.getUUID("id"),
                row.getUUID("tenant_id"),
                row.getUUID("user_id"),
                Columns.instant(row, "expires_at"),
                Columns.instantOrNull(row, "used_at"),
                Columns.instant(row, "created_at"));
    }
}
