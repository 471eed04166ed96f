package io.skyholm.network.pool;

import io.quarkus.runtime.Startup;
import io.skyholm.events.network.AddressPoolEvents;
import io.skyholm.events.network.AddressPoolFact;
import io.skyholm.events.network.AddressPoolStatus;
import io.skyholm.network.subnet.SubnetView;
import io.skyholm.network.subnet.Subnets;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done with address pools. */
@Startup
@ApplicationScoped
public class Pools {

    private static final String DATA_CENTER = "select edge_data_center_id from vpc where id = $1";
    private static final String OF_SUBNET = "from IpPool where subnetId = :subnet and revision.deletedAt is null";

    private record Place(@Nullable UUID edgeDataCenterId) {}

    private final Commands commands;
    private final Aggregate<IpPool, PoolView, AddressPoolFact> pools;
    private final Subnets subnets;

    Pools(Commands commands, Aggregates aggregates, Subnets subnets) {
        this.commands = commands;
        this.pools = aggregates
                .of("address pool", IpPool.class, PoolView.class, AddressPoolEvents.TYPES)
                .explaining(PoolProblems.CONFLICTS);
        this.subnets = subnets;
    }

    Uni<PoolView> create(Call call, CreatePool command) {
        return commands.changeOnce(call, command, PoolView.class, work -> subnets.held(work, command.subnetId())
                .map(found -> found.orElseThrow(PoolProblems::subnetNotFound))
                .chain(subnet -> insert(call, work, subnet, command)));
    }

    private Uni<PoolView> insert(Call call, Work work, SubnetView subnet, CreatePool command) {
        return work.one(Place.class, DATA_CENTER, subnet.vpcId())
                .map(place -> new IpPool(subnet, place.edgeDataCenterId(), command, pools.created(call)))
                .chain(pool -> pools.insert(work, AddressPoolEvents.CREATED, pool))
                .call(pool -> subnets.pooled(call, work, subnet.id(), pool.id()));
    }

    Uni<PoolView> change(Call call, UUID id, ChangePool command) {
        return commands.change(call, work -> pools.locked(call, work, id)
                .invoke(command::applyTo)
                .chain(pool -> pools.save(call, work, AddressPoolEvents.CHANGED, pool)));
    }

    /** The subnet's addresses are given as everywhere again. */
    Uni<PoolView> delete(Call call, UUID id) {
        return commands.change(call, work -> pools.locked(call, work, id)
                .call(pool -> subnets.pooled(call, work, pool.subnetId, null))
                .invoke(pool -> pool.status = AddressPoolStatus.DELETED)
                .chain(pool -> pools.delete(call, work, AddressPoolEvents.DELETED, pool)));
    }

    /** The one of that id, if the caller may see it. */
    public Uni<PoolView> get(Call call, UUID id) {
        return pools.get(call, id);
    }

    Uni<Page<PoolView>> list(Call call, PoolFilter filter, PageRequest page) {
        return pools.listShared(call, filter, page);
    }

    /** How the subnet's addresses are given; empty for as everywhere. */
    public Uni<Optional<PoolView>> ofSubnet(Work work, UUID subnet) {
        return work.session()
                .createSelectionQuery(OF_SUBNET, IpPool.class)
                .setParameter("subnet", subnet)
                .getSingleResultOrNull()
                .map(found -> Optional.ofNullable(found).map(pools::view));
    }
}
