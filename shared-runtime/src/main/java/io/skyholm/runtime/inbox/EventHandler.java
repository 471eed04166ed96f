package io.skyholm.runtime.inbox;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;

/** What a service does with an event, inside the transaction that remembers the event. */
@FunctionalInterface
public interface EventHandler {

    /** Notes the fact and wakes who waits for it; decides nothing, calls nobody. */
    Uni<Void> apply(Work work, Received event);
}
