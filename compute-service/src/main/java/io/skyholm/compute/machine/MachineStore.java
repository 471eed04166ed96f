package io.skyholm.compute.machine;

import io.quarkus.runtime.Startup;
import io.skyholm.events.compute.MachineStatus;
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

/** Finds machines. */
@Startup
@Singleton
class MachineStore {

    private final Views<MachineView> views;

    MachineStore(ViewFactory views) {
        this.views = views.of(Select.of(MachineView.class, "compute_machine"));
    }

    Uni<Optional<MachineView>> find(TenantScope scope, UUID id) {
        return views.find(scope, id);
    }

    Uni<Page<MachineView>> list(TenantScope scope, MachineFilter filter, PageRequest page) {
        return views.page(
                scope,
                views.query().living(filter.status() != MachineStatus.DELETED).matching(filter),
                page);
    }
}
