package io.skyholm.identity.login;

import io.skyholm.runtime.page.ListQuery;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.Columns;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds logins, and how far they have been read. */
@Singleton
class LoginStore {

    private static final String SELECT =
            "select id, tenant_id, user_id, username, outcome, reason, ip_address, at from login";
    private static final String READ_UNTIL = "select read_until from login_reading";

    private final TenantRead read;

    LoginStore(TenantRead read) {
        this.read = read;
    }

    Uni<List<LoginView>> list(TenantScope scope, LoginFilter filter, PageRequest page) {
        ListQuery query = ListQuery.of(SELECT)
                .inScope(scope)
                .where("user_id = ?", filter.userId())
                .where(
                        "outcome = ?",
                        filter.outcome() == null ? null : filter.outcome().name());
        return read.list(scope, query.page(page), LoginStore::view);
    }

    /** The time, by the directory's clock, until which everything has been read. */
    Uni<Optional<Instant>> readUntil() {
        return read.one(TenantScope.PLATFORM, Statement.of(READ_UNTIL), row -> Columns.instant(row, "read_until"));
    }

    private static LoginView view(Row row) {
        return new LoginView(
                row.getUUID("id"),
                row.getUUID("tenant_id"),
                row.getUUID("user_id"),
                row.getString("username"),
                LoginOutcome.valueOf(row.getString("outcome")),
                row.getString("reason"),
                row.getString("ip_address"),
                Columns.instant(row, "at"));
    }
}
