package io.skyholm.handover;

import io.skyholm.events.compute.InstanceTransferFact;
import io.skyholm.events.compute.InstanceTransferStatus;
import io.skyholm.runtime.agreement.Participation;
import io.skyholm.runtime.inbox.Inbox;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Follows what compute tells of offers of instances: looks at what there is, prepares, and then gives it or lets it go. Of what was accepted
 * each tenant is told by a fact of its own; that of the tenant which has accepted it says all.
 */
@ApplicationScoped
class TransferListener {

    private static final String CONSUMER = "instance-transfers";

    private final Inbox inbox;
    private final GoodsStore store;
    private final Goods goods;

    TransferListener(Inbox inbox, GoodsStore store, Goods goods) {
        this.inbox = inbox;
        this.store = store;
        this.goods = goods;
    }

    @Incoming("instance-transfers")
    Uni<Void> receive(ConsumerRecords<String, String> events) {
        return inbox.follow(CONSUMER, events, InstanceTransferFact.class, this::note);
    }

    /** Who accepted is none of the business of the tenant whose things are still touched. */
    private Uni<Void> note(Work told, InstanceTransferFact offer) {
        Work work = told.asPlatform();
        boolean isNew = offer.status() == InstanceTransferStatus.PENDING && offer.attempt() == 0;
        return store.locked(work, offer.id())
                .chain(found -> isNew ? look(work, offer, found) : follow(work, offer, found));
    }

    private Uni<Void> look(Work work, InstanceTransferFact offer, Optional<InstanceGoods> found) {
        return found.isPresent()
                ? Uni.createFrom().voidItem()
                : store.begin(work, offer).chain(begun -> goods.look(work, begun.instanceId)
                        .invoke(begun::found)
                        .chain(() -> store.answer(work, begun)));
    }

    private Uni<Void> follow(Work work, InstanceTransferFact offer, Optional<InstanceGoods> found) {
        return told(offer)
                .map(told -> found.map(row -> follow(work, offer, told, row))
                        .orElseGet(() -> told == Participation.Told.ABANDONED
                                ? Uni.createFrom().voidItem()
                                : store.begin(work, offer).chain(begun -> follow(work, offer, told, begun))))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static Optional<Participation.Told> told(InstanceTransferFact offer) {
        boolean isForReceiver = offer.toTenantId().equals(offer.tenantId());
        return switch (offer.status()) {
            case PREPARING -> isForReceiver ? Optional.of(Participation.Told.ACCEPTED) : Optional.empty();
            case ACCEPTED -> isForReceiver ? Optional.of(Participation.Told.DONE) : Optional.empty();
            case PENDING, DECLINED, CANCELLED, EXPIRED -> Optional.of(Participation.Told.ABANDONED);
        };
    }

    private Uni<Void> follow(Work work, InstanceTransferFact offer, Participation.Told told, InstanceGoods row) {
        Participation before = row.participation();
        Participation.Work next = before.on(offer.attempt(), told);
        return switch (next) {
            case NOTHING -> rest(work, row, before.after(offer.attempt(), next, null));
            case PREPARE ->
                goods.prepare(work, offer)
                        .invoke(row::found)
                        .invoke(() -> row.become(before.after(offer.attempt(), next, row.refusal)))
                        .chain(() -> store.answer(work, row));
            case GIVE -> {
                row.become(before.after(offer.attempt(), next, null));
                yield goods.give(work, offer).chain(() -> store.note(work, row));
            }
            case LET_GO -> {
                row.become(before.after(offer.attempt(), next, null));
                yield goods.letGo(work, offer).chain(() -> follow(work, offer, told, row));
            }
        };
    }

    /** That an attempt was heard of is kept, or what came before it would be taken for news. */
    private Uni<Void> rest(Work work, InstanceGoods row, Participation after) {
        row.become(after);
        return store.note(work, row);
    }
}
