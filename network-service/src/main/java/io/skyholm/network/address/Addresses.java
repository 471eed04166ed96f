package io.skyholm.network.address;

import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.network.AddressEvents;
import io.skyholm.events.network.AddressKind;
import io.skyholm.network.port.Port;
import io.skyholm.network.subnet.SubnetView;
import io.skyholm.network.subnet.Subnets;
import io.skyholm.runtime.aggregate.Owners;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.quota.RowQuotas;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done with addresses; those of ports come and go with their instances. */
@ApplicationScoped
class Addresses {

    private final Commands commands;
    private final AddressStore store;
    private final AddressClaims claims;
    private final AddressRanges ranges;
    private final AddressReleases releases;
    private final AddressPorts ports;
    private final Subnets subnets;
    private final Owners owners;
    private final ReconcileQueue queue;
    private final RowQuotas quotas;

    Addresses(
            Commands commands,
            AddressStore store,
            AddressClaims claims,
            AddressRanges ranges,
            AddressReleases releases,
            AddressPorts ports,
            Subnets subnets,
            Owners owners,
            ReconcileQueue queue,
            RowQuotas quotas) {
        this.commands = commands;
        this.store = store;
        this.claims = claims;
        this.ranges = ranges;
        this.releases = releases;
        this.ports = ports;
        this.subnets = subnets;
        this.owners = owners;
        this.queue = queue;
        this.quotas = quotas;
    }

    Uni<AddressView> create(Call call, CreateAddress command) {
        return commands.changeOnce(call, command, AddressView.class, work -> subnets.seen(work, command.subnetId())
                .map(found -> found.orElseThrow(AddressProblems::subnetNotFound))
                .chain(subnet -> give(call, work, subnet, command))
                .map(store::view));
    }

    private Uni<Address> give(Call call, Work work, SubnetView subnet, CreateAddress command) {
        RequestedAddress wanted = RequestedAddress.by(command, subnet, work.now());
        boolean floating = command.kind() != AddressKind.RESERVATION;
        UUID owner = owner(call, subnet, command, floating);
        UUID by = call.caller().id();
        UUID user = owner != null && owner.equals(call.caller().tenantId()) ? by : null;
        Claim claim = new Claim(
                owner,
                subnet,
                wanted.block().family(),
                wanted.address(),
                Claim.Holder.person(floating ? AddressKind.FLOATING : AddressKind.RESERVATION, user, by),
                command.leaseExpiresAt(),
                command.tags() == null ? List.of() : command.tags());
        return owners.check(call, work, subnet.tenantId() == null ? owner : null)
                .chain(() -> quotas.claim(work, owner, CountedKind.ADDRESSES))
                .chain(() -> wanted.size() > 1 ? ranges.keep(work, claim, wanted) : claims.claim(work, claim));
    }

    /** In a tenant's subnet all is the tenant's; in one of the platform, tenants hold floating addresses only. */
    private @Nullable UUID owner(Call call, SubnetView subnet, CreateAddress command, boolean floating) {
        if (subnet.tenantId() != null) {
            return subnet.tenantId();
        }
        if (floating) {
            return Owners.ofTenants(call, command.tenantId());
        }
        if (!call.caller().ofPlatform()) {
            throw AddressProblems.subnetNotFound();
        }
        return null;
    }

    Uni<AddressView> get(Call call, UUID id) {
        return store.get(call, id);
    }

    Uni<Page<AddressView>> list(Call call, AddressFilter filter, ListPart page) {
        return store.list(call, filter, page);
    }

    Uni<Page<AddressView>> leaked(Call call, ListPart page) {
        return store.leaked(call.caller().scope(), page);
    }

    Uni<AddressView> change(Call call, UUID id, ChangeAddress command) {
        return commands.change(call, work -> ports.locked(call, work, id).chain(address -> {
            command.applyTo(address, work.now());
            queue.wake(work, AddressReconciler.KIND, id);
            return store.save(work, AddressEvents.CHANGED, address);
        }));
    }

    Uni<AddressView> release(Call call, UUID id) {
        return commands.change(call, work -> ports.having(work, id)
                .chain(port -> ports.locked(call, work, id).chain(address -> release(work, address, port))));
    }

    private Uni<AddressView> release(Work work, Address address, Optional<Port> port) {
        address.checkNotOfPort();
        AddressPorts.checkStill(address, port);
        return releases.release(work, address, port).replaceWith(() -> store.view(address));
    }
}
