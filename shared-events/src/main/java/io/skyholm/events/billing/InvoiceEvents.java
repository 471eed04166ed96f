package io.skyholm.events.billing;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of an invoice's life. */
public final class InvoiceEvents {

    public static final EventType<InvoiceFact> ISSUED = new EventType<>(
            "billing.invoice.issued.v1",
            InvoiceFact.class,
            "An invoice was given its number; from then on it says what it says.");

    public static final EventType<InvoiceFact> PAYING = new EventType<>(
            "billing.invoice.paying.v1",
            InvoiceFact.class,
            "The payment of a top-up has come; it is about to be in the wallet.");

    public static final EventType<InvoiceFact> PAID = new EventType<>(
            "billing.invoice.paid.v1", InvoiceFact.class, "What a top-up or a credit note is about is in the wallet.");

    public static final EventType<InvoiceFact> REMINDED = new EventType<>(
            "billing.invoice.reminded.v1", InvoiceFact.class, "The day by which a top-up was to be paid has passed.");

    public static final EventType<InvoiceFact> FAILED = new EventType<>(
            "billing.invoice.failed.v1", InvoiceFact.class, "A top-up was not paid, also after reminders.");

    public static final EventType<InvoiceFact> CANCELLED =
            new EventType<>("billing.invoice.cancelled.v1", InvoiceFact.class, "A top-up is not wanted any more.");

    public static final EventType<InvoiceFact> CREDITED = new EventType<>(
            "billing.invoice.credited.v1", InvoiceFact.class, "A credit note gives back some of an invoice.");

    public static final List<EventType<InvoiceFact>> TYPES =
            List.of(ISSUED, PAYING, PAID, REMINDED, FAILED, CANCELLED, CREDITED);

    private InvoiceEvents() {}
}
