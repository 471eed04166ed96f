package io.skyholm.network.address;

import io.skyholm.events.network.AddressKind;
import io.skyholm.network.NetworkSettings;
import io.skyholm.network.known.PublicAddressCounts;
import io.skyholm.network.pool.Pools;
import io.skyholm.network.port.Port;
import io.skyholm.network.port.StalePorts;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;

/** Takes addresses back: nobody counts them any more, and nobody has them again before they have cooled down. */
@ApplicationScoped
public class AddressReleases {

    private static final Duration LOCAL = Duration.ofSeconds(5);
    private static final Duration USUAL = Duration.ofSeconds(60);

    private static final String HOLDERS = "select quota_holders from ip_address where id = $1";
    private static final String FORGET = "update ip_address set quota_holders = '{}' where id = $1";
    private static final String GIVE_RANGE = "select 1 from give_range($1)";
    private static final String OWNER = "select tenant_id from subnet where id = $1";
    private static final String OF_PORT = "from Address where portId = :port and status = 'ALLOCATED' order by id";

    private final Pools pools;
    private final PublicAddressCounts counts;
    private final AddressStore store;
    private final StalePorts stale;
    private final ReconcileQueue queue;
    private final NetworkSettings settings;

    AddressReleases(
            Pools pools,
            PublicAddressCounts counts,
            AddressStore store,
            StalePorts stale,
            ReconcileQueue queue,
            NetworkSettings settings) {
        this.pools = pools;
        this.counts = counts;
        this.store = store;
        this.stale = stale;
        this.queue = queue;
        this.settings = settings;
    }

    /** What a port has that is proven gone: its own addresses cool down, floating ones stay their tenant's. */
    public Uni<Void> ofGonePort(Work work, Port port) {
        return work.session()
                .createSelectionQuery(OF_PORT, Address.class)
                .setParameter("port", port.id())
                .setLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList()
                .chain(held -> Sequentially.of(
                        held, address -> address.isOfPort() ? freeze(work, address) : detach(work, address)))
                .replaceWithVoid();
    }

    private Uni<Void> detach(Work work, Address address) {
        address.detach();
        return store.save(work, address).replaceWithVoid();
    }

    /** An address that its holder gives back; the port that has it, if one does, is held. */
    Uni<Void> release(Work work, Address address, Optional<Port> port) {
        if (address.kind == AddressKind.RESERVATION) {
            return thaw(work, address);
        }
        return port.map(has -> freezeOn(work, address, has)).orElseGet(() -> freeze(work, address));
    }

    private Uni<Void> freezeOn(Work work, Address address, Port port) {
        uncount(work, address.id);
        address.freezeOn(port.desiredGeneration() + 1);
        return told(work, address).chain(() -> stale.one(work, port.id()));
    }

    private Uni<Void> freeze(Work work, Address address) {
        uncount(work, address.id);
        return coolDown(work, address.subnetId)
                .invoke(time -> address.freezeFor(time, work.now()))
                .chain(() -> told(work, address));
    }

    private Uni<Void> told(Work work, Address address) {
        queue.wake(work, AddressReconciler.KIND, address.id);
        return store.save(work, address).replaceWithVoid();
    }

    /** Its port is proven to have it no longer. */
    Uni<Void> proven(Work work, Address address) {
        return coolDown(work, address.subnetId)
                .invoke(time -> address.coolDown(time, work.now()))
                .chain(() -> work.update(address));
    }

    /** Anybody may have it, or the range that it begins. */
    Uni<Void> thaw(Work work, Address address) {
        uncount(work, address.id);
        if (address.isRangeStart) {
            work.send(GIVE_RANGE, address.id);
        }
        return work.value(UUID.class, OWNER, address.subnetId).chain(owner -> {
            address.thaw(owner.orElse(null));
            return store.save(work, address).replaceWithVoid();
        });
    }

    private void uncount(Work work, UUID address) {
        counts.subtract(work, HOLDERS, address);
        work.send(FORGET, address);
    }

    private Uni<Duration> coolDown(Work work, UUID subnet) {
        Duration usual = settings.coolDown().orElse(settings.local() ? LOCAL : USUAL);
        return pools.ofSubnet(work, subnet)
                .map(pool -> pool.map(it -> it.ipPoolConfig().coolDownSeconds())
                        .map(Duration::ofSeconds)
                        .orElse(usual));
    }
}
