package io.skyholm.events.identity;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of an access grant's life. */
public final class AccessGrantEvents {

    public static final EventType<AccessGrantFact> REQUESTED = new EventType<>(
            "identity.access-grant.requested.v1", AccessGrantFact.class, "An operator asked to work in a tenant.");

    public static final EventType<AccessGrantFact> ACCEPTED = new EventType<>(
            "identity.access-grant.accepted.v1",
            AccessGrantFact.class,
            "The tenant consented; the operator may work in it until the grant expires.");

    public static final EventType<AccessGrantFact> REFUSED =
            new EventType<>("identity.access-grant.refused.v1", AccessGrantFact.class, "The tenant did not consent.");

    public static final EventType<AccessGrantFact> WITHDRAWN = new EventType<>(
            "identity.access-grant.withdrawn.v1",
            AccessGrantFact.class,
            "The tenant or the operator ended a grant or a request for one.");

    public static final EventType<AccessGrantFact> EXPIRED = new EventType<>(
            "identity.access-grant.expired.v1",
            AccessGrantFact.class,
            "The time of a grant was over, or nobody answered a request in time.");

    public static final List<EventType<AccessGrantFact>> TYPES =
            List.of(REQUESTED, ACCEPTED, REFUSED, WITHDRAWN, EXPIRED);

    private AccessGrantEvents() {}
}
