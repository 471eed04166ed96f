package io.skyholm.storage.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.billing.StandingReason;
import io.skyholm.events.billing.StandingStage;
import io.skyholm.runtime.problem.Problem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a wallet does not carry is refused, with what is to be done. */
class KnownWalletTest {

    @Test
    void anythingIsMadeUntilTheStandingForbidsIt() {
        assertThat(refusal(StandingStage.ACTIVE)).isEmpty();
        assertThat(refusal(StandingStage.WARNED, StandingReason.BALANCE_LOW)).isEmpty();
    }

    @Test
    void anEmptyWalletIsShortOfMoney() {
        for (StandingStage stage : List.of(StandingStage.RESTRICTED, StandingStage.SUSPENDED)) {
            assertThat(refusal(stage, StandingReason.REFUSE_LIMIT, StandingReason.WALLET_EMPTY)
                            .map(Problem::code))
                    .hasValue("INSUFFICIENT_FUNDS");
        }
    }

    @Test
    void aLimitOfTheMonthIsWaitedForOrRaised() {
        for (StandingStage stage : List.of(StandingStage.RESTRICTED, StandingStage.SUSPENDED)) {
            assertThat(refusal(stage, StandingReason.REFUSE_LIMIT).map(Problem::code))
                    .hasValue("SPENDING_LIMIT_REACHED");
        }
    }

    private static Optional<Problem> refusal(StandingStage stage, StandingReason... reasons) {
        return new KnownWallet(stage, List.of(reasons)).refusal();
    }
}
