package io.skyholm.identity.session;

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
import org.jspecify.annotations.Nullable;

/** Finds sessions. */
@Singleton
class SessionStore {

    private static final String SELECT = """
            select id, generation, tenant_id, user_id, ip_address, user_agent, created_at, last_activity_at, expires_at,
                ended_at
            from session""";
    private static final String OPEN = "ended_at is null and expires_at > now()";

    private final TenantRead read;

    SessionStore(TenantRead read) {
        this.read = read;
    }

    Uni<Optional<SessionView>> find(TenantScope scope, UUID id) {
        return read.one(scope, Statement.of(SELECT + " where id = $1", id), SessionStore::view);
    }

    /** Those of that user only, or of everybody whom the scope shows. */
    Uni<List<SessionView>> list(TenantScope scope, @Nullable UUID only, SessionFilter filter, PageRequest page) {
        ListQuery query = ListQuery.of(SELECT)
                .inScope(scope)
                .where("user_id = ?", only)
                .where("user_id = ?", filter.userId())
                .where("(" + OPEN + ") = ?", filter.active());
        return read.list(scope, query.page(page), SessionStore::view);
    }

    Uni<Boolean> knowsUser(TenantScope scope, UUID id) {
        return read.one(scope, Statement.of("select 1 from app_user where id = $1", id), row -> true)
                .map(Optional::isPresent);
    }

    private static SessionView view(Row row) {
        return new SessionView(
                row.getUUID("id"),
                row.getLong("generation"),
                row.getUUID("tenant_id"),
                row.getUUID("user_id"),
                row.getString("ip_address"),
                row.getString("user_agent"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "last_activity_at"),
                Columns.instant(row, "expires_at"),
                Columns.instantOrNull(row, "ended_at"));
    }
}
