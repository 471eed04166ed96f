package io.skyholm.compute.vm;

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

/** Finds virtual machines. */
@Startup
@Singleton
class VirtualMachineStore {

    private static final String OF_PORT = "(select %s from known_network port where port.instance_id = vm.instance_id)";

    private final Views<VirtualMachineView> views;

    VirtualMachineStore(ViewFactory views) {
        this.views = views.of(Select.of(VirtualMachineView.class, "virtual_machine vm")
                .with("detail", "seen_detail")
                .with("observedAt", "seen_at")
                .with("ipAddress", OF_PORT.formatted("coalesce(ipv4, ipv6)"))
                .with("macAddress", OF_PORT.formatted("mac_address")));
    }

    Uni<Optional<VirtualMachineView>> find(TenantScope scope, UUID id) {
        return views.find(scope, id);
    }

    Uni<Page<VirtualMachineView>> list(TenantScope scope, VirtualMachineFilter filter, ListPart page) {
        return views.page(scope, views.query().inScope(scope).matching(filter), page);
    }
}
