package io.skyholm.events.support;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of a note's life. */
public final class TicketNoteEvents {

    public static final EventType<TicketNoteFact> ADDED = new EventType<>(
            "support.ticket-note.added.v1", TicketNoteFact.class, "The operator's people noted something in a ticket.");

    public static final EventType<TicketNoteFact> CHANGED = new EventType<>(
            "support.ticket-note.changed.v1", TicketNoteFact.class, "Somebody corrected what they had noted.");

    public static final List<EventType<TicketNoteFact>> TYPES = List.of(ADDED, CHANGED);

    private TicketNoteEvents() {}
}
