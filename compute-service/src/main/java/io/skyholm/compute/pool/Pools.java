package io.skyholm.compute.pool;

import io.quarkus.runtime.Startup;
import io.skyholm.compute.datacenter.CapacityTotals;
import io.skyholm.compute.datacenter.DataCenters;
import io.skyholm.compute.datacenter.MachineTotals;
import io.skyholm.events.compute.PoolEvents;
import io.skyholm.events.compute.PoolFact;
import io.skyholm.events.compute.PoolStatus;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;

/** What can be done with pools. */
@Startup
@ApplicationScoped
public class Pools {

    private static final String OF_NAME = """
            select id from resource_pool
            where edge_data_center_id = $1 and lower(name) = lower($2) and deleted_at is null""";

    private final Commands commands;
    private final Aggregate<ResourcePool, PoolView, PoolFact> pools;
    private final PoolMachines machines;
    private final DataCenters dataCenters;
    private final String sums;

    Pools(
            Commands commands,
            Aggregates aggregates,
            MachineTotals totals,
            PoolMachines machines,
            DataCenters dataCenters) {
        this.commands = commands;
        this.pools = aggregates
                .of(
                        "compute pool",
                        ResourcePool.class,
                        Select.of(
                                        PoolView.class,
                                        "resource_pool pool cross join lateral (" + totals.ofPool("pool.id") + ") sums")
                                .with("poolType", "'COMPUTE'"),
                        PoolEvents.TYPES)
                .explaining(PoolProblems.CONFLICTS);
        this.machines = machines;
        this.dataCenters = dataCenters;
        this.sums = totals.ofPool("$1");
    }

    Uni<PoolView> create(Call call, CreatePool command) {
        ResourcePool pool = new ResourcePool(command, pools.created(call));
        return commands.changeOnce(call, command, PoolView.class, work -> dataCenters
                .exists(work, command.edgeDataCenterId())
                .chain(exists -> {
                    if (!exists) {
                        throw PoolProblems.noSuchDataCenter();
                    }
                    return pools.insert(work, PoolEvents.CREATED, pool);
                }));
    }

    /** The pool of that name there; the platform makes it by the command if there is none. */
    public Uni<UUID> named(Work work, CreatePool command) {
        return work.value(UUID.class, OF_NAME, command.edgeDataCenterId(), command.name())
                .chain(found -> found.map(id -> Uni.createFrom().item(id)).orElseGet(() -> create(work, command)));
    }

    private Uni<UUID> create(Work work, CreatePool command) {
        ResourcePool pool = new ResourcePool(command, pools.created((UUID) null));
        return pools.insert(work, PoolEvents.CREATED, pool).replaceWith(pool.id);
    }

    /** The terms of a pool that is there, and keeps them as they are until this transaction ends. */
    public Uni<Optional<PoolTerms>> terms(Work work, UUID id) {
        return work.session()
                .get(ResourcePool.class, id, LockMode.PESSIMISTIC_READ)
                .map(pool -> Optional.ofNullable(pool)
                        .filter(found -> !found.revision.isDeleted())
                        .map(found -> new PoolTerms(
                                found.id,
                                found.edgeDataCenterId,
                                found.cpuOvercommit,
                                found.memoryOvercommit,
                                found.storageOvercommit)));
    }

    Uni<PoolView> change(Call call, UUID id, ChangePool command) {
        return commands.change(call, work -> locked(call, work, id)
                .invoke(command::applyTo)
                .chain(pool -> pools.save(call, work, PoolEvents.CHANGED, pool))
                .call(() -> command.concernsPromises()
                        ? renewCapacities(work, id)
                        : Uni.createFrom().voidItem()));
    }

    /** What may be promised never falls below what is. */
    private Uni<Void> renewCapacities(Work work, UUID id) {
        return machines.renewCapacities(work, id)
                .invoke(tooSmall -> {
                    if (tooSmall > 0) {
                        throw PoolProblems.alreadyPromised(tooSmall);
                    }
                })
                .replaceWithVoid();
    }

    Uni<PoolView> delete(Call call, UUID id) {
        return commands.change(call, work -> locked(call, work, id)
                .call(() -> requireEmpty(work, id))
                .invoke(pool -> pool.status = PoolStatus.DELETED)
                .chain(pool -> pools.delete(call, work, PoolEvents.DELETED, pool)));
    }

    private Uni<Void> requireEmpty(Work work, UUID id) {
        return machines.exist(work, id)
                .invoke(any -> {
                    if (any) {
                        throw PoolProblems.notEmpty();
                    }
                })
                .replaceWithVoid();
    }

    Uni<PoolView> get(Call call, UUID id) {
        return pools.get(call, id);
    }

    Uni<Page<PoolView>> list(Call call, PoolFilter filter, ListPart page) {
        return pools.page(call, pools.query().matching(filter), page);
    }

    /** What its machines have together is worked out, and shown with it. */
    private Uni<ResourcePool> locked(Call call, Work work, UUID id) {
        return pools.locked(call, work, id)
                .call(pool -> work.one(CapacityTotals.class, sums, id).invoke(counted -> pool.sums = counted));
    }
}
