package io.skyholm.events.billing;

/** How it stands with an invoice. */
public enum InvoiceStatus {
    PENDING,
    PAID,
    FAILED,
    CANCELLED
}
