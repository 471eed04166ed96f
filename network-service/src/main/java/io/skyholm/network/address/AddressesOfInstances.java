package io.skyholm.network.address;

import io.skyholm.network.known.PublicAddressCounts;
import io.skyholm.network.port.Port;
import io.skyholm.network.port.StalePorts;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Floating addresses of an instance that goes to another tenant; those of its ports go with their ports. */
@Singleton
public class AddressesOfInstances {

    /** While they are held nothing comes to them or leaves them. */
    private static final String HOLD_PORTS =
            "select id from port where instance_id = $1 and deleted_at is null order by id for update";

    private static final String ATTACHED = """
            select id from ip_address where instance_id = $1 and kind = 'FLOATING' and status = 'ALLOCATED' order by id""";
    private static final String HELD = "select id from ip_address where transfer_id = $1 order by id";
    private static final String OF_OWN_NETWORK = """
            select held.ip_address from ip_address held join subnet on subnet.id = held.subnet_id
            where held.instance_id = $1 and held.kind = 'FLOATING' and held.status = 'ALLOCATED'
                and subnet.tenant_id is not null order by held.id limit 1""";

    /** How many of them count as public ones. */
    private static final String COUNTED = """
            select count(*) from ip_address where instance_id = $1 and kind = 'FLOATING' and status = 'ALLOCATED'
                and quota_holders <> '{}'""";

    private static final String PROMISE = """
            update ip_address set promised_holders = counted.holders
            from (select holders from count_address($2::uuid, $3::uuid)) counted
            where ip_address.id = $1 and ip_address.quota_holders <> '{}'""";
    private static final String IS_COUNTED = "select 1 from ip_address where id = $1 and quota_holders <> '{}'";
    private static final String HOLDERS = "select quota_holders from ip_address where id = $1";
    private static final String PROMISED = "select promised_holders from ip_address where id = $1";
    private static final String KEEP_PROMISE = """
            update ip_address set quota_holders = promised_holders, promised_holders = '{}' where id = $1""";
    private static final String FORGET_PROMISE = "update ip_address set promised_holders = '{}' where id = $1";

    private final AddressPorts ports;
    private final AddressStore store;
    private final StalePorts stale;
    private final PublicAddressCounts counts;

    AddressesOfInstances(AddressPorts ports, AddressStore store, StalePorts stale, PublicAddressCounts counts) {
        this.ports = ports;
        this.store = store;
        this.stale = stale;
        this.counts = counts;
    }

    /** How many there are, until the transaction ends; refuses those of a network that does not go. */
    public Uni<Long> count(Work work, UUID instance) {
        work.send(HOLD_PORTS, instance);
        return work.value(String.class, OF_OWN_NETWORK, instance)
                .invoke(own -> own.ifPresent(address -> {
                    throw AddressProblems.isOfOwnNetwork(address);
                }))
                .chain(() -> work.values(UUID.class, ATTACHED, instance))
                .map(ids -> (long) ids.size());
    }

    /** Refuses them where a limit of public addresses is in the way of the tenant or user that they are to be promised to. */
    public Uni<Void> checkLimits(Work work, UUID instance, UUID tenant, @Nullable UUID user) {
        return work.value(Long.class, COUNTED, instance)
                .chain(many -> counts.reached(work, tenant, user, many.orElse(0L)))
                .invoke(reached -> reached.ifPresent(level -> {
                    throw AddressProblems.limitReached(level);
                }))
                .replaceWithVoid();
    }

    /** Nobody changes them while they are promised to that tenant, for which they count, too. */
    public Uni<Void> hold(Work work, UUID instance, UUID offer, UUID tenant, @Nullable UUID user) {
        return each(work, ATTACHED, instance, (address, port) -> {
            address.hold(offer);
            return store.save(work, address)
                    .chain(() -> work.exists(IS_COUNTED, address.id()))
                    .invoke(counted -> {
                        if (counted) {
                            work.send(PROMISE, address.id(), tenant, user);
                        }
                    })
                    .replaceWithVoid();
        });
    }

    /** They are theirs from now on, on no port. */
    public Uni<Void> give(Work work, UUID offer, UUID tenant, @Nullable UUID user) {
        return each(work, HELD, offer, (address, port) -> {
            counts.subtract(work, HOLDERS, address.id());
            work.send(KEEP_PROMISE, address.id());
            return store.give(work, address, tenant, user).chain(() -> port.map(had -> stale.one(work, had.id()))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
        });
    }

    /** They stay whose they are, and can be changed again. */
    public Uni<Void> letGo(Work work, UUID offer) {
        return each(work, HELD, offer, (address, port) -> {
            counts.subtract(work, PROMISED, address.id());
            work.send(FORGET_PROMISE, address.id());
            address.hold(null);
            return store.save(work, address).replaceWithVoid();
        });
    }

    /** The port is held first, as by everybody. */
    private Uni<Void> each(Work work, String which, UUID of, BiFunction<Address, Optional<Port>, Uni<Void>> step) {
        return work.values(UUID.class, which, of)
                .chain(ids ->
                        Sequentially.of(ids, id -> ports.having(work, id).chain(port -> work.lock(Address.class, id)
                                .chain(found -> found.map(address -> step.apply(address, port))
                                        .orElseGet(() -> Uni.createFrom().voidItem())))))
                .replaceWithVoid();
    }
}
