package io.skyholm.events.support;

/** What a ticket is about, and so which of the operator's people it is for. */
public enum TicketCategory {
    TECHNICAL,
    BILLING,
    ACCOUNT,
    SALES,
    ABUSE,
    OTHER
}
