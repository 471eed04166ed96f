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
import org.jspecify.annotations.Nullable;

/** What a tenant wants to pay into its wallet. */
public record CreateTopUp(
        @NotNull @Pattern(regexp = Amounts.UNSIGNED, message = "must be a decimal number such as 12.50") String amount,

        @Name @Nullable String description) {

    private static final String USUAL = "Top-up of the wallet";

    /** The invoice that is to be paid for it. */
    InvoiceDraft draft(Customer customer) {
        BigDecimal wanted = wholeCoins(amount, customer.currency());
        InvoiceLineItem line = new InvoiceLineItem(
                1,
                InvoiceLineKind.TOP_UP,
                description == null ? USUAL : description,
                null,
                null,
                null,
                null,
                null,
                null,
                Amounts.text(wanted));
        return new InvoiceDraft(customer, InvoiceType.TOP_UP, Total.exactly(wanted), List.of(line), false, null, null);
    }

    /** The amount, which no bank can send otherwise. */
    static BigDecimal wholeCoins(String amount, String currency) {
        BigDecimal wanted = new BigDecimal(amount);
        if (wanted.signum() == 0 || !Amounts.isPayable(wanted, currency)) {
            throw InvoiceProblems.notWholeCoins(currency);
        }
        return wanted;
    }
}
