package io.skyholm.compute.machine;

import io.skyholm.events.EventType;
import io.skyholm.events.compute.MachineEvents;
import io.skyholm.events.compute.MachineFact;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes machines' rows and tells of it, for all who begin, change or end one. */
@Singleton
class MachineLife {

    private final MachinePublisher publisher;
    private final ReconcileQueue queue;

    MachineLife(MachinePublisher publisher, ReconcileQueue queue) {
        this.publisher = publisher;
        this.queue = queue;
    }

    Uni<Void> begin(Work work, Machine machine) {
        queue.wake(work, JoinedMachines.ACCESS, machine.id);
        return work.insert(machine).chain(() -> publisher.publish(work, MachineEvents.CREATED, machine));
    }

    /** The machine as the caller last saw it, held until the transaction ends. */
    Uni<Machine> held(Call call, Work work, UUID id) {
        return work.lock(Machine.class, id)
                .map(found -> found.filter(machine -> !machine.isDeleted()).orElseThrow(MachineProblems::notFound))
                .invoke(machine -> call.requireMatch(machine.generation));
    }

    Uni<Machine> save(Work work, Machine machine, @Nullable UUID by) {
        machine.changed(by, work.now());
        return told(work, MachineEvents.CHANGED, machine);
    }

    /** Gives an empty machine up; what its agent may do at Kafka ends a moment later. */
    Uni<Machine> end(Work work, Machine machine, @Nullable UUID by) {
        if (!machine.isEmpty()) {
            throw MachineProblems.notEmpty();
        }
        Instant now = work.now();
        machine.delete(now);
        machine.changed(by, now);
        queue.wake(work, JoinedMachines.ACCESS, machine.id);
        return told(work, MachineEvents.DELETED, machine);
    }

    /** What follows from it finds the row as it is by then. */
    private Uni<Machine> told(Work work, EventType<MachineFact> type, Machine machine) {
        return work.update(machine)
                .chain(() -> publisher.publish(work, type, machine))
                .replaceWith(machine);
    }
}
