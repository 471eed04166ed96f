package io.skyholm.events.support;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of a message's life. */
public final class TicketMessageEvents {

    public static final EventType<TicketMessageFact> ADDED = new EventType<>(
            "support.ticket-message.added.v1", TicketMessageFact.class, "Somebody said something in a ticket.");

    public static final EventType<TicketMessageFact> CHANGED = new EventType<>(
            "support.ticket-message.changed.v1", TicketMessageFact.class, "Somebody corrected what they had said.");

    public static final List<EventType<TicketMessageFact>> TYPES = List.of(ADDED, CHANGED);

    private TicketMessageEvents() {}
}
