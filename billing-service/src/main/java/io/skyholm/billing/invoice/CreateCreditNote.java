package io.skyholm.billing.invoice;

import io.skyholm.billing.money.Amounts;
import io.skyholm.billing.wallet.Customer;
import io.skyholm.events.billing.InvoiceLineItem;
import io.skyholm.events.billing.InvoiceLineKind;
import io.skyholm.events.billing.InvoiceType;
import io.skyholm.runtime.http.Name;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.util.List;

/** What the platform gives back of an invoice, and why. */
public record CreateCreditNote(
        @NotNull @Pattern(regexp = Amounts.UNSIGNED, message = "must be a decimal number such as 12.50") String amount,

        @NotNull @Name String description) {

    BigDecimal givesBack(Invoice invoice) {
        return CreateTopUp.wholeCoins(amount, invoice.currency);
    }

    InvoiceDraft draft(Customer customer, Invoice invoice) {
        BigDecimal back = givesBack(invoice);
        InvoiceLineItem line = new InvoiceLineItem(
                1, InvoiceLineKind.CREDIT, description, null, null, null, null, null, null, Amounts.text(back));
        return new InvoiceDraft(
                customer, InvoiceType.CREDIT_NOTE, Total.exactly(back), List.of(line), false, null, invoice.id);
    }
}
