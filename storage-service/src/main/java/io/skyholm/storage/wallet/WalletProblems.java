package io.skyholm.storage.wallet;

import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemKind;

/** What a wallet does not carry; they are called as compute calls them. */
final class WalletProblems {

    private WalletProblems() {}

    /** It names no amount: that grows by the hour, and schedules tell their owner of each other reason. */
    static Problem isEmpty() {
        return Problem.of(
                ProblemKind.SHORT_OF,
                "INSUFFICIENT_FUNDS",
                "The wallet is too little for what there is already: pay in more than its standing says is missing");
    }

    static Problem limitReached() {
        return Problem.of(
                ProblemKind.CONFLICT,
                "SPENDING_LIMIT_REACHED",
                "What may be charged in this month was charged: wait for the next, or raise the wallet's limits");
    }
}
