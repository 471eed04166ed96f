package io.skyholm.events.support;

/** Where a ticket is in its life. */
public enum TicketStatus {
    OPEN,
    IN_PROGRESS,
    RESOLVED,
    CLOSED,
    DELETED
}
