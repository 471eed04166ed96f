package io.skyholm.identity.deletion;

import io.skyholm.events.deletion.DataDeletionFact;
import io.skyholm.events.deletion.DataOwner;
import io.skyholm.identity.tenant.Tenants;
import io.skyholm.runtime.inbox.Inbox;
import io.skyholm.runtime.inbox.Received;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Notes what the other services tell of the deletion of tenants. */
@ApplicationScoped
class ServiceDeletionListener {

    private static final String CONSUMER = "data-deletions";

    private final Inbox inbox;
    private final ServiceDeletions services;
    private final ReconcileQueue queue;

    ServiceDeletionListener(Inbox inbox, ServiceDeletions services, ReconcileQueue queue) {
        this.inbox = inbox;
        this.services = services;
        this.queue = queue;
    }

    @Incoming("data-deletions")
    Uni<Void> receive(ConsumerRecords<String, String> events) {
        return inbox.receive(CONSUMER, events, this::note);
    }

    private Uni<Void> note(Work work, Received received) {
        received.event().ifPresent(event -> {
            if (event.data() instanceof DataDeletionFact fact && fact.owner() == DataOwner.TENANT) {
                services.note(work, fact);
                queue.wake(work, Tenants.DELETION, fact.id());
            }
        });
        return Uni.createFrom().voidItem();
    }
}
