package io.skyholm.events.billing;

/** What an invoice is for. */
public enum InvoiceType {
    USAGE,
    TOP_UP,
    CREDIT_NOTE
}
