package io.skyholm.identity.reset;

import io.quarkus.runtime.Startup;
import io.skyholm.identity.secret.TokenTable;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.page.ViewFactory;
import io.skyholm.runtime.page.Views;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Finds password resets. */
@Startup
@Singleton
class PasswordResetStore {

    static final TokenTable TOKENS =
            new TokenTable("select id from password_reset", "update password_reset", "used_at is null");

    private final TenantRead read;
    private final Views<PasswordResetView> views;

    PasswordResetStore(TenantRead read, ViewFactory views) {
        this.read = read;
        this.views = views.of(Select.of(PasswordResetView.class, "password_reset"));
    }

    /** Whose password it is for. */
    Uni<UUID> userOf(UUID id) {
        return read.one(
                        TenantScope.PLATFORM,
                        Statement.of("select user_id from password_reset where id = $1", id),
                        row -> row.getUUID("user_id"))
                .map(Optional::orElseThrow);
    }

    Uni<Page<PasswordResetView>> list(TenantScope scope, PasswordResetFilter filter, PageRequest page) {
        return views.page(scope, views.query().inScope(scope).matching(filter), page);
    }
}
