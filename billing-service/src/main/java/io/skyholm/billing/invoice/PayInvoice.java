package io.skyholm.billing.invoice;

import io.skyholm.billing.money.Amounts;
import io.skyholm.runtime.http.Name;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.Instant;

/** The payment of a top-up: how much has come, and what it is called elsewhere. */
public record PayInvoice(
        @NotNull @Pattern(regexp = Amounts.UNSIGNED, message = "must be a decimal number such as 12.50") String amount,

        @NotNull @Name String reference) {

    /** What has come must be what was asked for: less is not this payment. */
    boolean applyTo(Invoice invoice, Instant now) {
        if (new BigDecimal(amount).compareTo(invoice.amount) != 0) {
            throw InvoiceProblems.otherAmount(invoice.amount, invoice.currency);
        }
        return invoice.pay(reference, now);
    }
}
