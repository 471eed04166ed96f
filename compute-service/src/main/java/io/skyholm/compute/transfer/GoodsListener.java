package io.skyholm.compute.transfer;

import io.skyholm.events.compute.InstanceGoodsFact;
import io.skyholm.events.compute.InstanceTransferEvents;
import io.skyholm.runtime.inbox.Inbox;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Notes what the other contexts say of what they have of an instance that is offered. */
@ApplicationScoped
class GoodsListener {

    private static final String CONSUMER = "instance-goods";

    private final Inbox inbox;
    private final TransferStore store;
    private final ReconcileQueue queue;

    GoodsListener(Inbox inbox, TransferStore store, ReconcileQueue queue) {
        this.inbox = inbox;
        this.store = store;
        this.queue = queue;
    }

    @Incoming("instance-goods")
    Uni<Void> receive(ConsumerRecords<String, String> events) {
        return inbox.follow(CONSUMER, events, InstanceGoodsFact.class, this::note);
    }

    private Uni<Void> note(Work work, InstanceGoodsFact fact) {
        TransferAnswer answer = TransferAnswer.of(fact);
        return store.all().locked(work, fact.id()).chain(found -> found.map(transfer ->
                        answer.attempt() == 0 ? look(work, transfer, answer) : answer(work, transfer, answer))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> look(Work work, InstanceTransfer transfer, TransferAnswer answer) {
        return transfer.look(answer)
                ? store.save(work.asPlatform(), InstanceTransferEvents.LOOKED, transfer)
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    /** What follows from it is decided in a step of its own, which is made again if it is cut short. */
    private Uni<Void> answer(Work work, InstanceTransfer transfer, TransferAnswer answer) {
        if (!transfer.answer(answer)) {
            return Uni.createFrom().voidItem();
        }
        queue.wake(work, TransferReconciler.KIND, transfer.id);
        return work.update(transfer);
    }
}
