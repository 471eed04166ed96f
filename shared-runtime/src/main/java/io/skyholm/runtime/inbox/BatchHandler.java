package io.skyholm.runtime.inbox;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** What a service does with the events of one transaction, all at once. */
@FunctionalInterface
public interface BatchHandler {

    /** Notes the facts, in their order; decides nothing, calls nobody. There is at least one. */
    Uni<Void> apply(Work work, List<Received> events);
}
