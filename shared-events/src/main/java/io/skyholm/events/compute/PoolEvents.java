package io.skyholm.events.compute;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of a compute pool's life. */
public final class PoolEvents {

    public static final EventType<PoolFact> CREATED =
            new EventType<>("compute.pool.created.v1", PoolFact.class, "A pool of machines was made.");

    public static final EventType<PoolFact> CHANGED =
            new EventType<>("compute.pool.changed.v1", PoolFact.class, "A pool's policy, limits or status changed.");

    public static final EventType<PoolFact> DELETED =
            new EventType<>("compute.pool.deleted.v1", PoolFact.class, "A pool of machines is no more.");

    public static final List<EventType<PoolFact>> TYPES = List.of(CREATED, CHANGED, DELETED);

    private PoolEvents() {}
}
