package io.skyholm.identity.permission;

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

/** Finds permissions. */
@Startup
@Singleton
class PermissionStore {

    private final Views<PermissionView> views;

    PermissionStore(ViewFactory views) {
        this.views = views.of(Select.of(PermissionView.class, "permission").with("permissionName", "name"));
    }

    Uni<Optional<PermissionView>> find(TenantScope scope, UUID id) {
        return views.find(scope, id);
    }

    Uni<Page<PermissionView>> list(TenantScope scope, PermissionFilter filter, ListPart page) {
        return views.page(scope, views.query().matching(filter), page);
    }
}
