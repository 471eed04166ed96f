package io.skyholm.identity.invitation;

import io.quarkus.runtime.Startup;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.page.ViewFactory;
import io.skyholm.runtime.page.Views;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Finds invitations. */
@Startup
@Singleton
class InvitationStore {

    /** One that nobody accepted in time is still PENDING in its row. */
    static final String STANDING =
            "case when status = 'PENDING' and expires_at <= calendar_now() then 'EXPIRED' else status end";

    private final Views<InvitationView> views;

    InvitationStore(ViewFactory views) {
        this.views = views.of(Select.of(InvitationView.class, "invitation").with("status", STANDING));
    }

    Uni<Optional<InvitationView>> find(TenantScope scope, UUID id) {
        return views.find(scope, id);
    }

    Uni<Page<InvitationView>> list(TenantScope scope, InvitationFilter filter, PageRequest page) {
        return views.page(scope, views.query().inScope(scope).matching(filter), page);
    }
}
