package io.skyholm.storage.wallet;

import io.skyholm.events.billing.StandingReason;
import io.skyholm.events.billing.StandingStage;
import io.skyholm.runtime.problem.Problem;
import java.util.List;
import java.util.Optional;

/** What is known of a tenant's wallet: what its tenant may do, and why. */
record KnownWallet(StandingStage stage, List<StandingReason> reasons) {

    /** Why nothing more that costs can be made; empty if it can. */
    Optional<Problem> refusal() {
        if (!stage.refusesNew()) {
            return Optional.empty();
        }
        return Optional.of(
                reasons.contains(StandingReason.WALLET_EMPTY)
                        ? WalletProblems.isEmpty()
                        : WalletProblems.limitReached());
    }
}
