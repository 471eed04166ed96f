package io.skyholm.network.pool;

import static io.skyholm.deletion.DeletionStage.SETTINGS;

import io.quarkus.runtime.Startup;
import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.OwnedAggregates;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.network.AddressPoolEvents;
import io.skyholm.events.network.AddressPoolFact;
import io.skyholm.network.subnet.SubnetContent;
import io.skyholm.network.subnet.SubnetView;
import io.skyholm.network.subnet.Subnets;
import io.skyholm.network.vpc.Vpcs;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** What can be done with address pools. */
@Startup
@ApplicationScoped
public class Pools {

    private static final String OF_SUBNET = "from IpPool where subnetId = :subnet and revision.deletedAt is null";

    private final Commands commands;
    private final Aggregate<IpPool, PoolView, AddressPoolFact> pools;
    private final Subnets subnets;
    private final Vpcs vpcs;

    Pools(Commands commands, Aggregates aggregates, Subnets subnets, Vpcs vpcs) {
        this.commands = commands;
        this.pools = aggregates
                .of("address pool", IpPool.class, PoolView.class, AddressPoolEvents.TYPES)
                .counted(CountedKind.ADDRESS_POOLS)
                .explaining(PoolProblems.CONFLICTS);
        this.subnets = subnets;
        this.vpcs = vpcs;
    }

    Uni<PoolView> create(Call call, CreatePool command) {
        return commands.changeOnce(call, command, PoolView.class, work -> subnets.named(work, command.subnetId())
                .chain(subnet -> insert(call, work, subnet, command)));
    }

    private Uni<PoolView> insert(Call call, Work work, SubnetView subnet, CreatePool command) {
        return vpcs.dataCenterOf(work, subnet.vpcId())
                .map(center -> new IpPool(subnet, center.orElse(null), command, pools.created(call)))
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
                .invoke(IpPool::delete)
                .chain(pool -> pools.delete(call, work, AddressPoolEvents.DELETED, pool)));
    }

    /** The one of that id, if the caller may see it. */
    public Uni<PoolView> get(Call call, UUID id) {
        return pools.get(call, id);
    }

    Uni<Page<PoolView>> list(Call call, PoolFilter filter, ListPart page) {
        return pools.listShared(call, filter, page);
    }

    /** They go with their tenant, and their subnets next. */
    @Produces
    @Singleton
    DataHolder ofDeletedTenant() {
        return OwnedAggregates.ofTenant(SETTINGS, "address pools", pools, AddressPoolEvents.DELETED)
                .changing(IpPool::delete);
    }

    /** They keep their subnet from being deleted. */
    @Produces
    @Singleton
    static SubnetContent ofDeletedSubnet() {
        return () -> "select 1 from ip_pool where subnet_id = $1 and deleted_at is null";
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
