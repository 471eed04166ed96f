package io.skyholm.compute.pool;

import io.skyholm.compute.datacenter.DataCenters;
import io.skyholm.compute.datacenter.Sums;
import io.skyholm.events.compute.PoolEvents;
import io.skyholm.events.compute.PoolStatus;
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
import org.hibernate.LockMode;
import org.jspecify.annotations.Nullable;

/** What can be done with pools. */
@ApplicationScoped
public class Pools {

    private static final String OF_NAME = """
            select id from resource_pool
            where edge_data_center_id = $1 and lower(name) = lower($2) and deleted_at is null""";
    private static final String HAS_MACHINES =
            "select 1 from compute_machine where resource_pool_id = $1 and deleted_at is null limit 1";
    private static final String SUMS = Sums.OF_MACHINES + " m.resource_pool_id = $1";

    private final Commands commands;
    private final PoolStore store;
    private final PoolPublisher publisher;
    private final Promises promises;
    private final DataCenters places;

    Pools(Commands commands, PoolStore store, PoolPublisher publisher, Promises promises, DataCenters places) {
        this.commands = commands;
        this.store = store;
        this.publisher = publisher;
        this.promises = promises;
        this.places = places;
    }

    Uni<PoolView> create(Call call, CreatePool command) {
        checkStatus(command.status());
        ResourcePool pool = new ResourcePool(Ids.next(), command, call.caller().id(), Instant.now());
        return commands.changeOnce(
                        call, command, PoolView.class, work -> places.exists(work, command.edgeDataCenterId())
                                .chain(exists -> {
                                    if (!exists) {
                                        throw PoolProblems.noSuchDataCenter();
                                    }
                                    return insert(work, pool).replaceWith(() -> PoolView.of(pool, Sums.NONE));
                                }))
                .onFailure()
                .transform(PoolProblems::explain);
    }

    /** The pool of that name there; the platform makes it by the command if there is none. */
    public Uni<UUID> named(Work work, CreatePool command) {
        return work.query(OF_NAME, command.edgeDataCenterId(), command.name()).chain(found -> {
            if (found.hasNext()) {
                return Uni.createFrom().item((UUID) found.next()[0]);
            }
            ResourcePool pool = new ResourcePool(Ids.next(), command, null, Instant.now());
            return insert(work, pool).replaceWith(pool.id);
        });
    }

    private Uni<Void> insert(Work work, ResourcePool pool) {
        publisher.publish(work, PoolEvents.CREATED, pool);
        return work.insert(pool);
    }

    /** The terms of a pool that is there, and keeps them as they are until this transaction ends. */
    public Uni<Optional<PoolTerms>> terms(Work work, UUID id) {
        return work.session()
                .get(ResourcePool.class, id, LockMode.PESSIMISTIC_READ)
                .map(pool -> Optional.ofNullable(pool)
                        .filter(found -> !found.isDeleted())
                        .map(found -> new PoolTerms(
                                found.id,
                                found.edgeDataCenterId,
                                found.cpuOvercommit,
                                found.memoryOvercommit,
                                found.storageOvercommit)));
    }

    Uni<PoolView> change(Call call, UUID id, ChangePool command) {
        checkStatus(command.status());
        return commands.change(call, work -> locked(call, work, id)
                        .invoke(command::applyTo)
                        .chain(pool -> save(call, work, pool))
                        .call(() -> command.concernsPromises()
                                ? promises.renew(work, id)
                                : Uni.createFrom().voidItem()))
                .onFailure()
                .transform(PoolProblems::explain);
    }

    Uni<PoolView> delete(Call call, UUID id) {
        return commands.change(call, work -> locked(call, work, id)
                .call(() -> work.query(HAS_MACHINES, id).invoke(machines -> {
                    if (machines.hasNext()) {
                        throw PoolProblems.notEmpty();
                    }
                }))
                .chain(pool -> {
                    pool.delete(Instant.now());
                    return save(call, work, pool);
                }));
    }

    Uni<PoolView> get(Call call, UUID id) {
        return store.find(call.caller().scope(), id).map(found -> found.orElseThrow(PoolProblems::notFound));
    }

    Uni<Page<PoolView>> list(Call call, PoolFilter filter, PageRequest page) {
        return store.list(call.caller().scope(), filter, page).map(pools -> Page.of(pools, page, PoolView::id));
    }

    private static void checkStatus(@Nullable PoolStatus status) {
        if (status == PoolStatus.DELETED) {
            throw PoolProblems.deleteToDelete();
        }
    }

    private Uni<ResourcePool> locked(Call call, Work work, UUID id) {
        return work.lock(ResourcePool.class, id)
                .map(found -> found.filter(pool -> !pool.isDeleted()).orElseThrow(PoolProblems::notFound))
                .invoke(pool -> call.requireMatch(pool.generation));
    }

    private Uni<PoolView> save(Call call, Work work, ResourcePool pool) {
        pool.changed(call.caller().id(), Instant.now());
        publisher.publish(work, pool.isDeleted() ? PoolEvents.DELETED : PoolEvents.CHANGED, pool);
        return work.update(pool).chain(() -> work.query(SUMS, pool.id)).map(sums -> PoolView.of(pool, Sums.of(sums)));
    }
}
