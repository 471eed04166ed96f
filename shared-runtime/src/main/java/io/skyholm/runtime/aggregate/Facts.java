package io.skyholm.runtime.aggregate;

import io.skyholm.events.EventType;
import io.skyholm.events.Fact;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.record.Projection;
import io.skyholm.runtime.tenant.Work;

/** Tells what an entity is now, in the fact that is made of it by name. */
public final class Facts<E, F extends Fact> {

    private final Projection<E, F> fact;
    private final Outbox outbox;

    Facts(Projection<E, F> fact, Outbox outbox) {
        this.fact = fact;
        this.outbox = outbox;
    }

    /** Tells it when, and only when, the transaction commits; answers with what is told. */
    public F publish(Work work, EventType<F> type, E entity) {
        F told = of(entity);
        outbox.publish(work, type, told);
        return told;
    }

    /** What is told of it as it is now. */
    F of(E entity) {
        return fact.apply(entity);
    }
}
