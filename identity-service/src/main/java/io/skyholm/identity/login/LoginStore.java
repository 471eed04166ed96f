package io.skyholm.identity.login;

import io.quarkus.runtime.Startup;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.ViewFactory;
import io.skyholm.runtime.page.Views;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.ColumnReaders;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Finds logins, and how far they have been read. */
@Startup
@Singleton
class LoginStore {

    private static final String READ_UNTIL = "select read_until, admin_read_until from login_reading";

    private final TenantRead read;
    private final Views<LoginView> views;

    LoginStore(TenantRead read, ViewFactory views) {
        this.read = read;
        this.views = views.of(Select.of(LoginView.class, "login"));
    }

    Uni<Page<LoginView>> list(TenantScope scope, LoginFilter filter, ListPart page) {
        return views.page(scope, views.query().inScope(scope).matching(filter), page);
    }

    /** The times, by the directory's clock, until which everything has been read. */
    record ReadUntil(Instant logins, Instant administration) {}

    Uni<Optional<ReadUntil>> readUntil() {
        return read.one(
                TenantScope.PLATFORM,
                Statement.of(READ_UNTIL),
                row -> new ReadUntil(
                        ColumnReaders.instant(row, "read_until"), ColumnReaders.instant(row, "admin_read_until")));
    }
}
