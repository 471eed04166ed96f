package io.skyholm.compute.machine;

import io.quarkus.runtime.Startup;
import io.skyholm.events.EventType;
import io.skyholm.events.compute.MachineEvents;
import io.skyholm.events.compute.MachineFact;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds machines, writes their rows and tells of it, for all who begin, change or end one: the world by an event, and the
 * rooms of this service in the same transaction.
 */
@Startup
@Singleton
class MachineStore {

    private final Aggregate<Machine, MachineView, MachineFact> machines;
    private final Instance<MachineFollower> followers;
    private final ReconcileQueue queue;

    MachineStore(Aggregates aggregates, Instance<MachineFollower> followers, ReconcileQueue queue) {
        this.machines = aggregates.of("machine", Machine.class, MachineView.class, MachineEvents.TYPES);
        this.followers = followers;
        this.queue = queue;
    }

    Uni<MachineView> get(Call call, UUID id) {
        return machines.get(call, id);
    }

    Uni<Page<MachineView>> list(Call call, MachineFilter filter, ListPart page) {
        return machines.page(call, machines.query().matching(filter), page);
    }

    /** The machine as the caller last saw it, held until the transaction ends. */
    Uni<Machine> held(Call call, Work work, UUID id) {
        return machines.locked(call, work, id);
    }

    /** The machine, held until the transaction ends; empty if it is deleted. */
    Uni<Optional<Machine>> held(Work work, UUID id) {
        return machines.locked(work, id);
    }

    Uni<MachineView> begin(Work work, Machine machine) {
        queue.wake(work, JoinedMachines.ACCESS, machine.id);
        return machines.insert(work, MachineEvents.CREATED, machine).call(view -> tellFollowers(work, view));
    }

    Uni<MachineView> save(Work work, Machine machine, @Nullable UUID by) {
        machine.revision.changed(by, work.now());
        return update(work, MachineEvents.CHANGED, machine);
    }

    /** Gives an empty machine up; what its agent may do at Kafka ends a moment later. */
    Uni<MachineView> end(Work work, Machine machine, @Nullable UUID by) {
        if (!machine.isEmpty()) {
            throw MachineProblems.notEmpty();
        }
        machine.delete(by, work.now());
        queue.wake(work, JoinedMachines.ACCESS, machine.id);
        return update(work, MachineEvents.DELETED, machine);
    }

    /** What follows from it finds the row as it is by then. */
    private Uni<MachineView> update(Work work, EventType<MachineFact> type, Machine machine) {
        return machines.update(work, type, machine).call(view -> tellFollowers(work, view));
    }

    private Uni<Void> tellFollowers(Work work, MachineView machine) {
        return Sequentially.of(followers.stream().toList(), follower -> follower.changed(work, machine))
                .replaceWithVoid();
    }
}
