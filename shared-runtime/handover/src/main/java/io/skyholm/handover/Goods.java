package io.skyholm.handover;

import io.skyholm.events.compute.GoodsContext;
import io.skyholm.events.compute.InstanceTransferFact;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** What a service has of instances, and what becomes of it when one goes to another tenant. A service that has some gives one bean of this. */
public interface Goods {

    /** As what it answers. */
    GoodsContext context();

    /** What there is, and whether it could go now. */
    Uni<Found> look(Work work, UUID instance);

    /** Reserves it for the tenant that it is promised to, by the offer's id, and claims its quotas; or says why not, and writes nothing. */
    Uni<Found> prepare(Work work, InstanceTransferFact offer);

    /** What was reserved is the other tenant's from now on. */
    Uni<Void> give(Work work, InstanceTransferFact offer);

    /** What was reserved stays whose it is, and can be changed again. */
    Uni<Void> letGo(Work work, InstanceTransferFact offer);
}
