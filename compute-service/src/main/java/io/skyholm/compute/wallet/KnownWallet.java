package io.skyholm.compute.wallet;

import io.skyholm.events.billing.StandingReason;
import io.skyholm.events.billing.StandingStage;
import io.skyholm.runtime.problem.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a tenant's wallet.
 *
 * @param available what can be spent; null until billing has told of it
 * @param starting what an hour costs of what is on its way to run
 * @param missing what has to be paid in for it to be enough for what runs or ran
 */
record KnownWallet(
        String currency,
        @Nullable BigDecimal available,
        BigDecimal starting,
        StandingStage stage,
        List<StandingReason> reasons,
        BigDecimal missing) {

    /** Why something cannot be started that costs so much an hour; empty if it can. */
    Optional<Problem> refusal(BigDecimal hourly) {
        if (stage.refusesNew()) {
            return Optional.of(
                    reasons.contains(StandingReason.WALLET_EMPTY)
                            ? WalletProblems.isEmpty(missing, currency)
                            : WalletProblems.limitReached());
        }
        if (available == null || hourly.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal left = available.subtract(starting);
        return left.compareTo(hourly) < 0
                ? Optional.of(WalletProblems.isTooLittle(hourly, left, currency))
                : Optional.empty();
    }
}
