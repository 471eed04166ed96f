package io.skyholm.billing.invoice;

import io.skyholm.billing.wallet.Customer;
import io.skyholm.events.billing.InvoiceLineItem;
import io.skyholm.events.billing.InvoiceType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an invoice will say once it has a number.
 *
 * @param moved whether its amount has moved on the wallet already
 * @param range what it documents, if it does
 */
public record InvoiceDraft(
        Customer customer,
        InvoiceType type,
        Total total,
        List<InvoiceLineItem> lines,
        boolean moved,
        @Nullable TransactionRange range,
        @Nullable UUID creditedInvoiceId) {

    /** What was charged in a period; where more was given back than charged, a credit note. */
    public static InvoiceDraft ofPeriod(
            Customer customer, Total total, List<InvoiceLineItem> lines, TransactionRange range) {
        InvoiceType type = total.givesBack() ? InvoiceType.CREDIT_NOTE : InvoiceType.USAGE;
        return new InvoiceDraft(customer, type, total, lines, true, range, null);
    }
}
