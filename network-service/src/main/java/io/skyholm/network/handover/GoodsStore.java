package io.skyholm.network.handover;

import io.quarkus.runtime.Startup;
import io.skyholm.events.compute.InstanceGoodsEvents;
import io.skyholm.events.compute.InstanceGoodsFact;
import io.skyholm.events.compute.InstanceTransferFact;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.aggregate.Facts;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes down what is held of instances that are offered, and tells compute. */
@Startup
@Singleton
class GoodsStore {

    private final Facts<InstanceGoods, InstanceGoodsFact> facts;

    GoodsStore(Aggregates aggregates) {
        this.facts =
                aggregates.facts(InstanceGoods.class, InstanceGoodsFact.class, List.of(InstanceGoodsEvents.OF_NETWORK));
    }

    Uni<Optional<InstanceGoods>> locked(Work work, UUID offer) {
        return work.lock(InstanceGoods.class, offer);
    }

    /** That of an offer of which nothing was heard yet. */
    Uni<InstanceGoods> begin(Work work, InstanceTransferFact offer) {
        InstanceGoods goods = new InstanceGoods(offer, Revision.first(null, work.now()));
        return work.insert(goods).replaceWith(goods);
    }

    /** Writes it, and answers compute. */
    Uni<Void> answer(Work work, InstanceGoods goods) {
        goods.revision.changed(null, work.now());
        facts.publish(work, InstanceGoodsEvents.OF_NETWORK, goods);
        return work.update(goods);
    }

    /** Writes what compute need not be told. */
    Uni<Void> note(Work work, InstanceGoods goods) {
        goods.revision.changed(null, work.now());
        return work.update(goods);
    }
}
