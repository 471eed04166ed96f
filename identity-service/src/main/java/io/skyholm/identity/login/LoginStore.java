package io.skyholm.identity.login;

import io.quarkus.runtime.Startup;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.ViewFactory;
import io.skyholm.runtime.page.Views;
import io.skyholm.runtime.record.RowType;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Finds logins, and how far they have been read. */
@Startup
@Singleton
class LoginStore {

    private static final String READING = "select id, stream, read_until from login_reading where id = $1";

    private final TenantRead read;
    private final Views<LoginView> views;

    LoginStore(TenantRead read, ViewFactory views) {
        this.read = read;
        this.views = views.of(Select.of(LoginView.class, "login"));
    }

    Uni<Page<LoginView>> list(TenantScope scope, LoginFilter filter, ListPart page) {
        return views.page(scope, views.query().inScope(scope).matching(filter), page);
    }

    Uni<Optional<Reading>> reading(UUID id) {
        return read.one(TenantScope.PLATFORM, Statement.of(READING, id), RowType.of(Reading.class));
    }
}
