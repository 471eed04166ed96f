package io.skyholm.handover;

import io.skyholm.events.EventType;
import io.skyholm.events.compute.InstanceGoodsEvents;
import io.skyholm.events.compute.InstanceGoodsFact;
import io.skyholm.events.compute.InstanceTransferFact;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Writes down what is reserved of instances that are offered, and tells compute. */
@Singleton
class GoodsStore {

    private final Outbox outbox;
    private final Goods goods;
    private final EventType<InstanceGoodsFact> changed;

    GoodsStore(Outbox outbox, Goods goods) {
        this.outbox = outbox;
        this.goods = goods;
        this.changed = InstanceGoodsEvents.of(goods.context());
    }

    Uni<Optional<InstanceGoods>> locked(Work work, UUID offer) {
        return work.lock(InstanceGoods.class, offer);
    }

    /** That of an offer of which nothing was heard yet. */
    Uni<InstanceGoods> begin(Work work, InstanceTransferFact offer) {
        InstanceGoods begun = new InstanceGoods(offer, Revision.first(null, work.now()));
        return work.insert(begun).replaceWith(begun);
    }

    /** Writes it, and answers compute. */
    Uni<Void> answer(Work work, InstanceGoods answered) {
        answered.revision.changed(null, work.now());
        outbox.publish(work, changed, answered.fact(goods.context()));
        return work.update(answered);
    }

    /** Writes what compute need not be told. */
    Uni<Void> note(Work work, InstanceGoods noted) {
        noted.revision.changed(null, work.now());
        return work.update(noted);
    }
}
