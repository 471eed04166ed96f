package io.skyholm.events.support;

/** How much a ticket presses. */
public enum TicketPriority {
    LOW,
    MEDIUM,
    HIGH,
    URGENT
}
