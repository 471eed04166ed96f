package io.skyholm.billing.meter;

import io.skyholm.billing.wallet.Wallets;
import io.skyholm.events.compute.InstanceFact;
import io.skyholm.runtime.inbox.Inbox;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Notes what compute says of instances, each fact beside the others: what must be paid is read from all of them. */
@ApplicationScoped
class InstanceListener {

    private static final String CONSUMER = "instances";

    private final Inbox inbox;
    private final Wallets wallets;
    private final MeterStore store;
    private final ReconcileQueue queue;

    InstanceListener(Inbox inbox, Wallets wallets, MeterStore store, ReconcileQueue queue) {
        this.inbox = inbox;
        this.wallets = wallets;
        this.store = store;
        this.queue = queue;
    }

    @Incoming("instances")
    Uni<Void> receive(ConsumerRecords<String, String> events) {
        return inbox.follow(CONSUMER, events, InstanceFact.class, this::note);
    }

    private Uni<Void> note(Work work, InstanceFact instance) {
        return note(work, MeterFact.of(instance));
    }

    /** It may be told before its tenant, whose wallet it needs. */
    private Uni<Void> note(Work work, MeterFact fact) {
        return wallets.open(work, fact.tenantId())
                .chain(() -> store.note(work, fact))
                .invoke(meter -> queue.wake(work, MeterReconciler.KIND, meter))
                .replaceWithVoid();
    }
}
