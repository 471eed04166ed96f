package io.skyholm.events.support;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of a ticket's life. */
public final class TicketEvents {

    public static final EventType<TicketFact> OPENED =
            new EventType<>("support.ticket.opened.v1", TicketFact.class, "Somebody asked the operator something.");

    public static final EventType<TicketFact> CHANGED = new EventType<>(
            "support.ticket.changed.v1", TicketFact.class, "A ticket's subject, category, priority or tags changed.");

    public static final EventType<TicketFact> ASSIGNED = new EventType<>(
            "support.ticket.assigned.v1", TicketFact.class, "Somebody else of the operator's looks after a ticket.");

    public static final EventType<TicketFact> ANSWERED =
            new EventType<>("support.ticket.answered.v1", TicketFact.class, "The operator said something in a ticket.");

    public static final EventType<TicketFact> FOLLOWED_UP = new EventType<>(
            "support.ticket.followed-up.v1", TicketFact.class, "The tenant said something more in a ticket.");

    public static final EventType<TicketFact> RESOLVED =
            new EventType<>("support.ticket.resolved.v1", TicketFact.class, "What a ticket asks for is done.");

    public static final EventType<TicketFact> CLOSED =
            new EventType<>("support.ticket.closed.v1", TicketFact.class, "Nothing more is to be said in a ticket.");

    public static final EventType<TicketFact> REOPENED = new EventType<>(
            "support.ticket.reopened.v1",
            TicketFact.class,
            "A ticket that was resolved or closed is not done after all.");

    public static final EventType<TicketFact> DELETED =
            new EventType<>("support.ticket.deleted.v1", TicketFact.class, "A ticket is no more.");

    public static final List<EventType<TicketFact>> TYPES =
            List.of(OPENED, CHANGED, ASSIGNED, ANSWERED, FOLLOWED_UP, RESOLVED, CLOSED, REOPENED, DELETED);

    private TicketEvents() {}
}
