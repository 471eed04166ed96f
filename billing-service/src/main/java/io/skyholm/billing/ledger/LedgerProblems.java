package io.skyholm.billing.ledger;

import io.skyholm.billing.money.Amounts;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemKind;
import java.math.BigDecimal;
import java.time.Duration;

/** What can go wrong with the ledger. */
final class LedgerProblems {

    static final String INSUFFICIENT_FUNDS = "INSUFFICIENT_FUNDS";
    static final String HOLD_ENDED = "HOLD_ENDED";
    private static final Duration SOON = Duration.ofSeconds(1);

    private LedgerProblems() {}

    static Problem insufficientFunds(BigDecimal available, BigDecimal wanted, String currency) {
        return Problem.of(
                ProblemKind.SHORT_OF,
                INSUFFICIENT_FUNDS,
                "The wallet has %s to spend, and %s are missing: pay in at least as much"
                        .formatted(
                                Amounts.text(available, currency), Amounts.text(wanted.subtract(available), currency)));
    }

    static Problem keyReused() {
        return Problem.of(
                ProblemKind.INVALID,
                "IDEMPOTENCY_KEY_REUSED",
                "This Idempotency-Key was used for another request; take a new key");
    }

    static Problem notPayable(String currency) {
        return Problem.invalid("amount", "is smaller than the smallest coin of %s can pay".formatted(currency));
    }

    static Problem noCharge() {
        return Problem.invalid("refundedTransactionId", "names no charge of this wallet");
    }

    static Problem refundTooLarge(BigDecimal left, String currency) {
        return Problem.of(
                ProblemKind.CONFLICT,
                "REFUND_TOO_LARGE",
                "Of this charge %s are not refunded yet; refund no more".formatted(Amounts.text(left, currency)));
    }

    static Problem noHold() {
        return Problem.notFound("hold");
    }

    static Problem holdEnded(HoldStatus status) {
        return Problem.of(ProblemKind.CONFLICT, HOLD_ENDED, "The hold is " + status + " already; authorize another");
    }

    static Problem captureTooLarge(BigDecimal held, String currency) {
        return Problem.invalid(
                "amount", "must be above 0 and at most the %s held".formatted(Amounts.text(held, currency)));
    }

    static Problem tooManyWaiting() {
        return Problem.unavailable("So many movements wait to be written that no more can; try again", SOON);
    }
}
