package io.skyholm.network.pool;

import io.skyholm.events.EventType;
import io.skyholm.events.network.AddressPoolEvents;
import io.skyholm.events.network.AddressPoolFact;
import io.skyholm.network.subnet.SubnetView;
import io.skyholm.network.subnet.Subnets;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What can be done with address pools. */
@ApplicationScoped
public class Pools {

    private static final String DATA_CENTER = "select edge_data_center_id from vpc where id = $1";
    private static final String OF_SUBNET = "from IpPool where subnetId = :subnet and deletedAt is null";

    private final Commands commands;
    private final PoolStore store;
    private final PoolPublisher publisher;
    private final Subnets subnets;

    Pools(Commands commands, PoolStore store, PoolPublisher publisher, Subnets subnets) {
        this.commands = commands;
        this.store = store;
        this.publisher = publisher;
        this.subnets = subnets;
    }

    Uni<PoolView> create(Call call, CreatePool command) {
        return commands.changeOnce(call, command, PoolView.class, work -> subnets.held(work, command.subnetId())
                        .map(found -> found.orElseThrow(PoolProblems::subnetNotFound))
                        .chain(subnet -> insert(call, work, subnet, command)))
                .onFailure()
                .transform(PoolProblems::explain);
    }

    private Uni<PoolView> insert(Call call, Work work, SubnetView subnet, CreatePool command) {
        UUID by = call.caller().id();
        return work.query(DATA_CENTER, subnet.vpcId())
                .map(found -> Optional.ofNullable((UUID) found.next()[0]))
                .map(center -> new IpPool(Ids.next(), subnet, center.orElse(null), command, by, Instant.now()))
                .call(pool -> {
                    publisher.publish(work, AddressPoolEvents.CREATED, pool);
                    return work.insert(pool);
                })
                .call(pool -> subnets.pooled(work, subnet.id(), pool.id, by))
                .map(PoolView::of);
    }

    Uni<PoolView> change(Call call, UUID id, ChangePool command) {
        return commands.change(call, work -> locked(call, work, id)
                        .invoke(command::applyTo)
                        .chain(pool -> save(call, work, pool, AddressPoolEvents.CHANGED)))
                .onFailure()
                .transform(PoolProblems::explain);
    }

    /** The subnet's addresses are given as everywhere again. */
    Uni<PoolView> delete(Call call, UUID id) {
        return commands.change(call, work -> locked(call, work, id)
                .call(pool ->
                        subnets.pooled(work, pool.subnetId, null, call.caller().id()))
                .chain(pool -> {
                    pool.delete(Instant.now());
                    return save(call, work, pool, AddressPoolEvents.DELETED);
                }));
    }

    Uni<PoolView> get(Call call, UUID id) {
        return store.find(call.caller().scope(), id).map(found -> found.orElseThrow(PoolProblems::notFound));
    }

    Uni<Page<PoolView>> list(Call call, PoolFilter filter, PageRequest page) {
        return store.list(call.caller().scope(), filter, page).map(pools -> Page.of(pools, page, PoolView::id));
    }

    /** How the subnet's addresses are given; empty for as everywhere. */
    public Uni<Optional<PoolView>> ofSubnet(Work work, UUID subnet) {
        return work.session()
                .createSelectionQuery(OF_SUBNET, IpPool.class)
                .setParameter("subnet", subnet)
                .getSingleResultOrNull()
                .map(found -> Optional.ofNullable(found).map(PoolView::of));
    }

    private static Uni<IpPool> locked(Call call, Work work, UUID id) {
        return work.lock(IpPool.class, id)
                .map(found -> found.filter(pool -> !pool.isDeleted()).orElseThrow(PoolProblems::notFound))
                .invoke(pool -> call.requireMatch(pool.generation));
    }

    private Uni<PoolView> save(Call call, Work work, IpPool pool, EventType<AddressPoolFact> event) {
        pool.changed(call.caller().id(), Instant.now());
        publisher.publish(work, event, pool);
        return work.update(pool).replaceWith(() -> PoolView.of(pool));
    }
}
