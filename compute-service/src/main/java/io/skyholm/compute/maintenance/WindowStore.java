package io.skyholm.compute.maintenance;

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

/** Finds maintenance windows. */
@Startup
@Singleton
class WindowStore {

    private final Views<WindowView> views;

    WindowStore(ViewFactory views) {
        this.views = views.of(Select.of(WindowView.class, "maintenance_window"));
    }

    Uni<Optional<WindowView>> find(TenantScope scope, UUID id) {
        return views.find(scope, id);
    }

    Uni<Page<WindowView>> list(TenantScope scope, WindowFilter filter, ListPart page) {
        return views.page(scope, views.query().matching(filter), page);
    }
}
