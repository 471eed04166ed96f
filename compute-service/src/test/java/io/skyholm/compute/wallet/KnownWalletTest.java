package io.skyholm.compute.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.billing.StandingReason;
import io.skyholm.events.billing.StandingStage;
import io.skyholm.runtime.problem.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a wallet does not carry is refused, with what is missing. */
class KnownWalletTest {

    @Test
    void whatItHasForAnHourIsCarried() {
        assertThat(wallet("0.50", "0").refusal(new BigDecimal("0.50"))).isEmpty();
        assertThat(wallet("0.49", "0").refusal(BigDecimal.ZERO)).isEmpty();
        assertThat(wallet(null, "0").refusal(new BigDecimal("0.50"))).isEmpty();
    }

    @Test
    void whatIsOnItsWayToRunCounts() {
        Optional<Problem> refusal = wallet("1.20", "1.00").refusal(new BigDecimal("0.50"));
        assertThat(refusal).hasValueSatisfying(problem -> {
            assertThat(problem.code()).isEqualTo("INSUFFICIENT_FUNDS");
            assertThat(problem.detail())
                    .isEqualTo(
                            "An hour of it costs 0.50 EUR, and 0.30 EUR are missing in the wallet: pay in at least as much");
        });
    }

    @Test
    void nothingMoreIsStartedWhileTheStandingForbidsIt() {
        for (StandingStage stage : List.of(StandingStage.RESTRICTED, StandingStage.SUSPENDED)) {
            assertThat(code(stage, StandingReason.WALLET_EMPTY)).isEqualTo("INSUFFICIENT_FUNDS");
            assertThat(code(stage, StandingReason.REFUSE_LIMIT)).isEqualTo("SPENDING_LIMIT_REACHED");
        }
        assertThat(standing(StandingStage.WARNED, StandingReason.RUNS_OUT_SOON)).isEmpty();
    }

    private static String code(StandingStage stage, StandingReason reason) {
        return standing(stage, reason).orElseThrow().code();
    }

    private static Optional<Problem> standing(StandingStage stage, StandingReason reason) {
        return new KnownWallet(
                        "EUR", new BigDecimal("9"), BigDecimal.ZERO, stage, List.of(reason), new BigDecimal("0.4"))
                .refusal(BigDecimal.ZERO);
    }

    private static KnownWallet wallet(@Nullable String available, String starting) {
        return new KnownWallet(
                "EUR",
                available == null ? null : new BigDecimal(available),
                new BigDecimal(starting),
                StandingStage.ACTIVE,
                List.of(),
                BigDecimal.ZERO);
    }
}
