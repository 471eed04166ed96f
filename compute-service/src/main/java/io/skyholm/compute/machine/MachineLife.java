package io.skyholm.compute.machine;

import io.skyholm.events.compute.MachineEvents;
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
        publisher.publish(work, MachineEvents.CREATED, machine);
        queue.wake(work, JoinedMachines.ACCESS, machine.id);
        return work.insert(machine);
    }

    /** The machine as the caller last saw it, held until the transaction ends. */
    Uni<Machine> held(Call call, Work work, UUID id) {
        return work.lock(Machine.class, id)
                .map(found -> found.filter(machine -> !machine.isDeleted()).orElseThrow(MachineProblems::notFound))
                .invoke(machine -> call.requireMatch(machine.generation));
    }

    Uni<Machine> save(Work work, Machine machine, @Nullable UUID by) {
        machine.changed(by, work.now());
        publisher.publish(work, MachineEvents.CHANGED, machine);
        return work.update(machine).replaceWith(machine);
    }

    /** Gives an empty machine up; what its agent may do at Kafka ends a moment later. */
    Uni<Machine> end(Work work, Machine machine, @Nullable UUID by) {
        if (!machine.isEmpty()) {
            throw MachineProblems.notEmpty();
        }
        Instant now = work.now();
        machine.delete(now);
        machine.changed(by, now);
        publisher.publish(work, MachineEvents.DELETED, machine);
        queue.wake(work, JoinedMachines.ACCESS, machine.id);
        return work.update(machine).replaceWith(machine);
    }
}
