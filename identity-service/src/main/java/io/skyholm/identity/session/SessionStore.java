package io.skyholm.identity.session;

import io.quarkus.runtime.Startup;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.ViewFactory;
import io.skyholm.runtime.page.Views;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds sessions. */
@Startup
@Singleton
class SessionStore {

    private final Views<SessionView> views;

    SessionStore(ViewFactory views) {
        this.views = views.of(Select.of(SessionView.class, "session"));
    }

    Uni<Optional<SessionView>> find(TenantScope scope, UUID id) {
        return views.find(scope, id);
    }

    /** Those of that user only, or of everybody whom the scope shows. */
    Uni<Page<SessionView>> list(TenantScope scope, @Nullable UUID only, SessionFilter filter, ListPart page) {
        return views.page(
                scope, views.query().inScope(scope).where("user_id = ?", only).matching(filter), page);
    }
}
