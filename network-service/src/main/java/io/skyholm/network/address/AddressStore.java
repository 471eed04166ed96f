package io.skyholm.network.address;

import io.quarkus.runtime.Startup;
import io.skyholm.events.EventType;
import io.skyholm.events.network.AddressEvents;
import io.skyholm.events.network.AddressFact;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.tenant.TenantScope;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.runtime.usage.HeldQuota;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds addresses, and writes what they have become. */
@Startup
@Singleton
class AddressStore implements HeldQuota {

    /** Held for a port that is gone, or nobody's for far longer than any cool-down is. */
    private static final String LEAKED = """
            (status = 'ALLOCATED' and not exists (select from port where port.id = port_id and port.deleted_at is null)
                or status = 'FROZEN' and port_id is null and frozen_until < calendar_now() - interval '1 day') = ?""";

    private final Aggregate<Address, AddressView, AddressFact> addresses;

    AddressStore(Aggregates aggregates) {
        this.addresses = aggregates.of("address", Address.class, AddressView.class, AddressEvents.TYPES);
    }

    Uni<AddressView> get(Call call, UUID id) {
        return addresses.get(call, id);
    }

    Uni<Page<AddressView>> list(Call call, AddressFilter filter, ListPart page) {
        return addresses.page(
                call, addresses.query().inScope(call.caller().scope()).matching(filter), page);
    }

    Uni<Page<AddressView>> leaked(TenantScope scope, ListPart page) {
        return addresses.views().page(scope, addresses.query().inScope(scope).where(LEAKED, true), page);
    }

    AddressView view(Address address) {
        return addresses.view(address);
    }

    /** Tells who has it now. */
    void publish(Work work, Address address) {
        addresses.publish(work, told(address), address);
    }

    /** Counts that somebody else has it, or that nobody has, writes it and tells of it. */
    Uni<AddressView> save(Work work, Address address) {
        return save(work, told(address), address);
    }

    /** Counts a change, writes it and tells of it. */
    Uni<AddressView> save(Work work, EventType<AddressFact> type, Address address) {
        address.revision().changed(by(work), work.now());
        return addresses.update(work, type, address);
    }

    /** It goes to another tenant: both are told. */
    Uni<AddressView> give(Work work, Address address, UUID tenant, @Nullable UUID user) {
        return addresses.transfer(work, AddressEvents.TRANSFERRED, address, given -> given.give(tenant, user));
    }

    /** The event that its status is. */
    private static EventType<AddressFact> told(Address address) {
        return switch (address.status) {
            case AVAILABLE -> AddressEvents.RELEASED;
            case ALLOCATED -> AddressEvents.ALLOCATED;
            case RESERVED -> AddressEvents.RESERVED;
            case FROZEN -> AddressEvents.FROZEN;
        };
    }

    /** Addresses are changed by callers, and by the platform on behalf of nobody. */
    private static @Nullable UUID by(Work work) {
        String actor = work.cause().actor().id();
        return actor == null ? null : UUID.fromString(actor);
    }

    /** An address counts for whoever is named in its row, until it is given back. */
    @Override
    public String held(String tenant, String holders) {
        return """
            with address as materialized (
                select unnest(quota_holders) as counted from ip_address where tenant_id = %s and quota_holders <> '{}')
            select holder, jsonb_build_object('publicAddresses', count(counted)) as used
            from unnest(%s) holder left join address on counted = holder
            group by holder""".formatted(tenant, holders);
    }
}
