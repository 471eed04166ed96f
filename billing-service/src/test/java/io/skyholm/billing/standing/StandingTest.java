package io.skyholm.billing.standing;

import static io.skyholm.events.billing.StandingReason.BALANCE_LOW;
import static io.skyholm.events.billing.StandingReason.REFUSE_LIMIT;
import static io.skyholm.events.billing.StandingReason.RUNS_OUT_SOON;
import static io.skyholm.events.billing.StandingReason.STOP_LIMIT;
import static io.skyholm.events.billing.StandingReason.WALLET_EMPTY;
import static io.skyholm.events.billing.StandingReason.WARN_LIMIT;
import static io.skyholm.events.billing.StandingStage.ACTIVE;
import static io.skyholm.events.billing.StandingStage.RESTRICTED;
import static io.skyholm.events.billing.StandingStage.SUSPENDED;
import static io.skyholm.events.billing.StandingStage.WARNED;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a tenant may do follows from its wallet, its limits and the time. */
class StandingTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Duration GRACE = Duration.ofHours(24);
    private static final Limits NONE = new Limits(null, 0, null, null, null);

    private final Standing first = new Standing(ACTIVE, List.of(), NOW, BigDecimal.ZERO, null, BigDecimal.ZERO);

    @Test
    void whatIsEnoughIsActive() {
        Standing after = at(first, 5, situation("10", "0.5", "0", "0", "3"));
        assertThat(after.isToldAs(first)).isTrue();
        assertThat(after.stageSince()).isEqualTo(NOW);
    }

    @Test
    void thresholdsWarn() {
        Limits limits = new Limits(new BigDecimal("5"), 24, new BigDecimal("3"), null, null);
        Standing after = first.next(situation("4.99", "0.5", "0", "0", "3"), limits, NOW, GRACE);
        assertThat(after.stage()).isEqualTo(WARNED);
        assertThat(after.reasons()).containsExactly(BALANCE_LOW, RUNS_OUT_SOON, WARN_LIMIT);
        assertThat(first.next(situation("12", "0.5", "0", "0", "2.99"), limits, NOW, GRACE)
                        .stage())
                .isEqualTo(ACTIVE);
    }

    @Test
    void whatRunsNothingNeverRunsOut() {
        Limits limits = new Limits(null, 8760, null, null, null);
        assertThat(first.next(situation("0", "0", "0", "0", "0"), limits, NOW, GRACE)
                        .stage())
                .isEqualTo(ACTIVE);
    }

    @Test
    void limitsOfTheMonthRefuseAndThenStop() {
        Limits limits = new Limits(null, 0, null, new BigDecimal("8"), new BigDecimal("10"));
        Standing refusing = first.next(situation("90", "0.5", "0", "0", "8"), limits, NOW, GRACE);
        assertThat(refusing.stage()).isEqualTo(RESTRICTED);
        assertThat(refusing.reasons()).containsExactly(REFUSE_LIMIT);
        Standing stopping = refusing.next(situation("88", "0.5", "0", "0", "10"), limits, NOW, GRACE);
        assertThat(stopping.stage()).isEqualTo(SUSPENDED);
        assertThat(stopping.reasons()).containsExactly(REFUSE_LIMIT, STOP_LIMIT);
        assertThat(stopping.missing()).isZero();
        Standing nextMonth = stopping.next(situation("88", "0", "0", "0", "0"), limits, NOW, GRACE);
        assertThat(nextMonth.stage()).isEqualTo(ACTIVE);
    }

    @Test
    void emptyWalletRestrictsAndAfterItsGraceSuspends() {
        Standing empty = at(first, 1, situation("0.10", "0.5", "0", "0.5", "3"));
        assertThat(empty.stage()).isEqualTo(RESTRICTED);
        assertThat(empty.reasons()).containsExactly(WALLET_EMPTY);
        assertThat(empty.missing()).isEqualByComparingTo("0.40");
        assertThat(empty.graceEndsAt()).isEqualTo(NOW.plus(Duration.ofHours(25)));
        Standing later = at(empty, 20, situation("0.10", "0.5", "9.5", "0.5", "3"));
        assertThat(later.stage()).isEqualTo(RESTRICTED);
        assertThat(later.graceEndsAt()).isEqualTo(empty.graceEndsAt());
        Standing over = at(later, 25, situation("0.10", "0.5", "12", "0.5", "3"));
        assertThat(over.stage()).isEqualTo(SUSPENDED);
        assertThat(over.missing()).isEqualByComparingTo("12.40");
    }

    @Test
    void itComesBackWhenAllIsPaidAndAnHourOfItCanBe() {
        Standing empty = at(first, 1, situation("0", "0.5", "0", "0.5", "3"));
        Standing over = at(empty, 25, situation("0", "0.5", "12", "0.5", "3"));
        Standing stopped = at(over, 26, situation("0", "0", "12.5", "0", "3"));
        assertThat(stopped.missing()).isEqualByComparingTo("13");
        Standing paid = at(stopped, 30, situation("0.49", "0", "0", "0", "15.5"));
        assertThat(paid.stage()).isEqualTo(SUSPENDED);
        assertThat(paid.missing()).isEqualByComparingTo("0.01");
        Standing back = at(paid, 31, situation("0.50", "0", "0", "0", "15.5"));
        assertThat(back.stage()).isEqualTo(ACTIVE);
        assertThat(back.graceEndsAt()).isNull();
        assertThat(back.resumeCost()).isZero();
    }

    @Test
    void decidedTwiceItIsTheSame() {
        Situation situation = situation("0", "0.5", "12", "0.5", "3");
        Standing once = at(at(first, 1, situation), 25, situation);
        assertThat(at(once, 25, situation)).isEqualTo(once);
    }

    private static Standing at(Standing before, int hours, Situation situation) {
        return before.next(situation, NONE, NOW.plus(Duration.ofHours(hours)), GRACE);
    }

    private static Situation situation(String available, String hourly, String owed, String lacking, String spent) {
        return new Situation(
                new BigDecimal(available),
                new BigDecimal(hourly),
                new BigDecimal(owed),
                new BigDecimal(lacking),
                new BigDecimal(spent));
    }
}
