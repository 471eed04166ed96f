package io.skyholm.network.address;

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

/** Finds addresses. */
@Startup
@Singleton
class AddressStore {

    /** Held for a port that is gone, or nobody's for far longer than any cool-down is. */
    private static final String LEAKED = """
            (status = 'ALLOCATED' and not exists (select from port where port.id = port_id and port.deleted_at is null)
                or status = 'FROZEN' and port_id is null and frozen_until < calendar_now() - interval '1 day') = ?""";

    private final Views<AddressView> addresses;

    AddressStore(ViewFactory views) {
        this.addresses = views.of(Select.of(AddressView.class, "ip_address"));
    }

    Uni<Optional<AddressView>> find(TenantScope scope, UUID id) {
        return addresses.find(scope, id);
    }

    Uni<Page<AddressView>> list(TenantScope scope, AddressFilter filter, PageRequest page) {
        return addresses.page(scope, addresses.query().inScope(scope).matching(filter), page);
    }

    Uni<Page<AddressView>> leaked(TenantScope scope, PageRequest page) {
        return addresses.page(scope, addresses.query().inScope(scope).where(LEAKED, true), page);
    }
}
