package io.skyholm.compute.maintenance;

import io.skyholm.events.compute.MachineFact;
import io.skyholm.runtime.inbox.Inbox;
import io.skyholm.runtime.inbox.Received;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Has the window of a machine looked at when the machine was changed: it may be back in use. */
@ApplicationScoped
class MaintenanceListener {

    private static final String CONSUMER = "maintenance";
    private static final String OPEN =
            "select id from maintenance_window where compute_machine_id = $1 and ended_at is null";

    private final Inbox inbox;
    private final ReconcileQueue queue;

    MaintenanceListener(Inbox inbox, ReconcileQueue queue) {
        this.inbox = inbox;
        this.queue = queue;
    }

    @Incoming("maintained-machines")
    Uni<Void> receive(ConsumerRecords<String, String> events) {
        return inbox.receive(CONSUMER, events, this::note);
    }

    private Uni<Void> note(Work work, Received received) {
        return received.event()
                .map(event -> event.data() instanceof MachineFact machine
                        ? wake(work, machine.id())
                        : Uni.createFrom().voidItem())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> wake(Work work, UUID machine) {
        return work.values(UUID.class, OPEN, machine)
                .invoke(windows -> windows.forEach(window -> queue.wake(work, MaintenanceReconciler.KIND, window)))
                .replaceWithVoid();
    }
}
