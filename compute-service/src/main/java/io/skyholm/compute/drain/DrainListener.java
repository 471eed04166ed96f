package io.skyholm.compute.drain;

import io.skyholm.events.compute.MachineFact;
import io.skyholm.events.compute.MachineStatus;
import io.skyholm.runtime.inbox.Inbox;
import io.skyholm.runtime.inbox.Received;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Has a machine that takes nothing new looked at: it may be one that is to be emptied. */
@ApplicationScoped
class DrainListener {

    private static final String CONSUMER = "drain";

    private final Inbox inbox;
    private final ReconcileQueue queue;

    DrainListener(Inbox inbox, ReconcileQueue queue) {
        this.inbox = inbox;
        this.queue = queue;
    }

    @Incoming("drains")
    Uni<Void> receive(ConsumerRecords<String, String> events) {
        return inbox.receive(CONSUMER, events, this::note);
    }

    private Uni<Void> note(Work work, Received received) {
        received.event().ifPresent(event -> {
            if (event.data() instanceof MachineFact machine && takesNothingNew(machine)) {
                queue.wake(work, DrainReconciler.KIND, machine.id());
            }
        });
        return Uni.createFrom().voidItem();
    }

    private static boolean takesNothingNew(MachineFact machine) {
        return machine.status() == MachineStatus.MAINTENANCE || machine.status() == MachineStatus.DECOMMISSIONING;
    }
}
