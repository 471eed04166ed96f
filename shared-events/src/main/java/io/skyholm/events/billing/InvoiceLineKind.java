package io.skyholm.events.billing;

/** What a line of an invoice adds up. */
public enum InvoiceLineKind {
    USAGE,
    CORRECTION,
    CHARGE,
    REFUND,
    TOP_UP,
    CREDIT
}
