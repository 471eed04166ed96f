package io.skyholm.compute.wallet;

import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemKind;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a wallet does not carry. */
final class WalletProblems {

    private static final int COIN_PLACES = 2;

    private WalletProblems() {}

    static Problem isTooLittle(BigDecimal hourly, BigDecimal left, String currency) {
        return Problem.of(
                ProblemKind.SHORT_OF,
                "INSUFFICIENT_FUNDS",
                "An hour of it costs %s, and %s are missing in the wallet: pay in at least as much"
                        .formatted(text(hourly, currency), text(hourly.subtract(left), currency)));
    }

    static Problem isEmpty(BigDecimal missing, String currency) {
        return Problem.of(
                ProblemKind.SHORT_OF,
                "INSUFFICIENT_FUNDS",
                "The wallet is too little for what runs already, and %s are missing in it: pay in more than that"
                        .formatted(text(missing, currency)));
    }

    static Problem limitReached() {
        return Problem.of(
                ProblemKind.CONFLICT,
                "SPENDING_LIMIT_REACHED",
                "What may be charged in this month was charged: wait for the next, or raise the wallet's limits");
    }

    private static String text(BigDecimal amount, String currency) {
        BigDecimal shortest = amount.stripTrailingZeros();
        return (shortest.scale() < COIN_PLACES ? shortest.setScale(COIN_PLACES, RoundingMode.UNNECESSARY) : shortest)
                        .toPlainString()
                + " " + currency;
    }
}
