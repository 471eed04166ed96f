package io.skyholm.compute.machine;

import io.skyholm.compute.pool.PoolTerms;
import io.skyholm.compute.pool.Pools;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What can be done with machines. */
@ApplicationScoped
class Machines {

    private static final String POOL_OF =
            "select resource_pool_id from compute_machine where id = $1 and deleted_at is null";

    private final Commands commands;
    private final MachineStore store;
    private final Pools pools;

    Machines(Commands commands, MachineStore store, Pools pools) {
        this.commands = commands;
        this.store = store;
        this.pools = pools;
    }

    Uni<MachineView> create(Call call, CreateMachine command) {
        return commands.changeOnce(call, command, MachineView.class, work -> termsOf(work, command.resourcePoolId())
                        .chain(terms -> {
                            Machine machine = new Machine(
                                    Ids.next(), command, terms, call.caller().id(), work.now());
                            return store.begin(work, machine);
                        }))
                .onFailure()
                .transform(MachineProblems::explain);
    }

    private Uni<PoolTerms> termsOf(Work work, UUID pool) {
        return pools.terms(work, pool).map(found -> found.orElseThrow(MachineProblems::noSuchPool));
    }

    Uni<MachineView> change(Call call, UUID id, ChangeMachine command) {
        return commands.change(call, work -> (command.concernsCapacity()
                                ? resized(call, work, id, command)
                                : store.held(call, work, id))
                        .invoke(machine -> command.applyTo(machine, work.now()))
                        .chain(machine ->
                                store.save(work, machine, call.caller().id())))
                .onFailure()
                .transform(MachineProblems::explain);
    }

    /** The pool is held before its machine: whoever changes a pool takes the two in this order too. */
    private Uni<Machine> resized(Call call, Work work, UUID id, ChangeMachine command) {
        return work.value(UUID.class, POOL_OF, id).chain(found -> {
            UUID present = found.orElseThrow(MachineProblems::notFound);
            UUID wanted = command.resourcePoolId() == null ? present : command.resourcePoolId();
            return termsOf(work, wanted).chain(terms -> store.held(call, work, id)
                    .invoke(machine -> resize(machine, command, present, terms)));
        });
    }

    private static void resize(Machine machine, ChangeMachine command, UUID present, PoolTerms terms) {
        if (!machine.resourcePoolId.equals(present)) {
            throw MachineProblems.movedMeanwhile();
        }
        command.applyTo(machine, terms);
    }

    Uni<MachineView> delete(Call call, UUID id) {
        return commands.change(call, work -> store.held(call, work, id)
                .chain(machine -> store.end(work, machine, call.caller().id())));
    }

    Uni<MachineView> get(Call call, UUID id) {
        return store.get(call, id);
    }

    Uni<Page<MachineView>> list(Call call, MachineFilter filter, ListPart page) {
        return store.list(call, filter, page);
    }
}
