package io.skyholm.billing.invoice;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.billing.money.Amounts;
import io.skyholm.events.billing.InvoiceStatus;
import io.skyholm.runtime.problem.Problem;
import java.math.BigDecimal;

/** What can go wrong with invoices. */
final class InvoiceProblems {

    /** So many top-ups one tenant asks for within a day. */
    static final int MOST_A_DAY = 20;

    private InvoiceProblems() {}

    static Problem notPayable(String number, InvoiceStatus status) {
        return Problem.of(
                CONFLICT,
                "INVOICE_NOT_PAYABLE",
                "%s is %s and takes no payment of another reference; only an open top-up does"
                        .formatted(number, status));
    }

    static Problem notCancellable(String number, InvoiceStatus status) {
        return Problem.of(
                CONFLICT,
                "INVOICE_NOT_CANCELLABLE",
                "%s is %s; only a top-up whose payment has not come can be cancelled".formatted(number, status));
    }

    static Problem notCreditable(String number) {
        return Problem.of(
                CONFLICT,
                "INVOICE_NOT_CREDITABLE",
                number + " charges nothing for usage; only an invoice that does can be credited");
    }

    static Problem creditTooLarge(BigDecimal left, String currency) {
        return Problem.of(
                CONFLICT,
                "CREDIT_TOO_LARGE",
                "Of this invoice %s are not given back yet; credit no more".formatted(Amounts.text(left, currency)));
    }

    static Problem tooOften() {
        return Problem.of(
                CONFLICT,
                "TOP_UPS_TOO_OFTEN",
                "Your tenant has asked for %d top-ups within a day; pay one of them, or ask again tomorrow"
                        .formatted(MOST_A_DAY));
    }

    static Problem notWholeCoins(String currency) {
        return Problem.invalid("amount", "must be above 0, in whole coins of " + currency);
    }

    static Problem otherAmount(BigDecimal amount, String currency) {
        return Problem.invalid(
                "amount", "must be what the invoice comes to, %s".formatted(Amounts.text(amount, currency)));
    }

    static Problem platformOnly() {
        return Problem.forbidden("Only the platform takes payments and gives back");
    }
}
