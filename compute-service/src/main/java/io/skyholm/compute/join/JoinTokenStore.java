package io.skyholm.compute.join;

import io.quarkus.runtime.Startup;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.ViewFactory;
import io.skyholm.runtime.page.Views;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Finds join tokens. */
@Startup
@Singleton
class JoinTokenStore {

    private final Views<JoinTokenView> views;

    JoinTokenStore(ViewFactory views) {
        this.views = views.of(Select.of(JoinTokenView.class, "join_token")
                .with("generation", "1 + (used_at is not null)::int::bigint + (revoked_at is not null)::int")
                .with("token", "null::text")
                .with("machineId", "case when used_at is not null then machine_id end"));
    }

    Uni<Page<JoinTokenView>> list(TenantScope scope, JoinTokenFilter filter, ListPart page) {
        return views.page(scope, views.query().matching(filter), page);
    }
}
