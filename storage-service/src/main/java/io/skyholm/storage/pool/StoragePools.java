package io.skyholm.storage.pool;

import io.quarkus.runtime.Startup;
import io.skyholm.events.storage.StoragePoolEvents;
import io.skyholm.events.storage.StoragePoolFact;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.host.Machines;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;
import java.util.UUID;

/** What can be done with storage pools. */
@Startup
@ApplicationScoped
public class StoragePools {

    private final Commands commands;
    private final Aggregate<StoragePool, StoragePoolView, StoragePoolFact> pools;
    private final Machines machines;
    private final Instance<PoolDependent> dependents;

    StoragePools(Commands commands, Aggregates aggregates, Machines machines, @Any Instance<PoolDependent> dependents) {
        this.commands = commands;
        this.pools = aggregates
                .of("storage pool", StoragePool.class, StoragePoolView.class, StoragePoolEvents.TYPES)
                .explaining(StoragePoolProblems.CONFLICTS);
        this.machines = machines;
        this.dependents = dependents;
    }

    Uni<StoragePoolView> create(Call call, CreateStoragePool command) {
        return commands.changeOnce(
                call, command, StoragePoolView.class, work -> machines.dataCenterOf(work, command.computeMachineId())
                        .map(found -> found.orElseThrow(StoragePoolProblems::machineNotFound))
                        .map(center -> new StoragePool(center, command, pools.created(call)))
                        .chain(pool -> pools.insert(work, StoragePoolEvents.CREATED, pool)));
    }

    /** Makes one of the platform's own accord, in a transaction that somebody else began. */
    public Uni<StoragePoolView> create(Work work, UUID dataCenter, CreateStoragePool command) {
        return pools.insert(
                work, StoragePoolEvents.CREATED, new StoragePool(dataCenter, command, pools.created((UUID) null)));
    }

    Uni<StoragePoolView> change(Call call, UUID id, ChangeStoragePool command) {
        return commands.change(call, work -> pools.locked(call, work, id)
                .invoke(command::applyTo)
                .chain(pool -> pools.save(call, work, StoragePoolEvents.CHANGED, pool)));
    }

    Uni<StoragePoolView> delete(Call call, UUID id) {
        return commands.change(call, work -> pools.locked(call, work, id)
                .invoke(StoragePool::delete)
                .call(pool ->
                        Sequentially.of(dependents.stream().toList(), dependent -> dependent.poolDeleted(work, id)))
                .chain(pool -> pools.delete(call, work, StoragePoolEvents.DELETED, pool)));
    }

    /** The one of that id, which nobody else changes or takes room of until the transaction ends; empty if it has been deleted. */
    public Uni<Optional<StoragePoolView>> held(Work work, UUID id) {
        return pools.held(work, id);
    }

    Uni<StoragePoolView> get(Call call, UUID id) {
        return pools.get(call, id);
    }

    Uni<Page<StoragePoolView>> list(Call call, StoragePoolFilter filter, ListPart page) {
        return pools.page(call, pools.query().matching(filter), page);
    }
}
