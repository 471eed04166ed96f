package io.skyholm.network.address;

import io.skyholm.events.network.AddressStatus;
import io.skyholm.network.NetworkSettings;
import io.skyholm.network.port.Port;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ends leases, and lets addresses be given again once it is proven that no port has them and they have cooled down. */
@ApplicationScoped
class AddressReconciler implements Reconciler {

    static final String KIND = "address";

    private final AddressPorts ports;
    private final AddressReleases releases;
    private final TenantTransaction transactions;
    private final NetworkSettings settings;

    AddressReconciler(
            AddressPorts ports, AddressReleases releases, TenantTransaction transactions, NetworkSettings settings) {
        this.ports = ports;
        this.releases = releases;
        this.transactions = transactions;
        this.settings = settings;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String unrested() {
        return """
                select id from ip_address where status = 'FROZEN'
                union
                select id from ip_address where lease_expires_at <= calendar_now() and status in ('ALLOCATED', 'RESERVED')""";
    }

    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return transactions.change(cause, work -> ports.having(work, id).chain(port -> work.lock(Address.class, id)
                .chain(found -> found.map(address -> step(work, address, port))
                        .orElse(Uni.createFrom().item(Next.DONE)))));
    }

    private Uni<Next> step(Work work, Address address, Optional<Port> port) {
        Instant now = work.now();
        if (!address.isOn(port)) {
            return Uni.createFrom().item(Next.in(settings.retry()));
        }
        if (address.isExpired(now) && !address.isOfPort()) {
            return releases.release(work, address, port).replaceWith(Next.NOW);
        }
        if (address.status != AddressStatus.FROZEN) {
            return Uni.createFrom().item(until(address.leaseExpiresAt));
        }
        return port.map(has -> prove(work, address, has)).orElseGet(() -> thaw(work, address, now));
    }

    private Uni<Next> prove(Work work, Address address, Port port) {
        long generation = Objects.requireNonNullElse(address.portGeneration, 0L);
        return port.hasSettled(generation)
                ? releases.proven(work, address).replaceWith(Next.NOW)
                : Uni.createFrom().item(Next.in(settings.retry()));
    }

    private Uni<Next> thaw(Work work, Address address, Instant now) {
        Instant until = address.frozenUntil;
        return until != null && until.isAfter(now)
                ? Uni.createFrom().item(until(until))
                : releases.thaw(work, address).replaceWith(Next.DONE);
    }

    private static Next until(@Nullable Instant time) {
        return time == null ? Next.DONE : Next.at(time);
    }
}
