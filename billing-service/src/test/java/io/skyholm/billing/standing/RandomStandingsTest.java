package io.skyholm.billing.standing;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.billing.StandingReason;
import io.skyholm.events.billing.StandingStage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to a wallet, its standing keeps what is promised of it. */
class RandomStandingsTest {

    private static final Instant START = Instant.parse("2028-02-28T10:00:00Z");
    private static final Duration GRACE = Duration.ofHours(24);
    private static final int LOOKS = 5_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void standingKeepsWhatIsPromised(long seed) {
        Random random = new Random(seed);
        Limits limits = new Limits(amount(random, 500), random.nextInt(100), null, null, amount(random, 20_000));
        Standing standing =
                new Standing(StandingStage.ACTIVE, List.of(), START, BigDecimal.ZERO, null, BigDecimal.ZERO);
        Instant now = START;
        Instant shortSince = null;
        for (int look = 0; look < LOOKS; look++) {
            now = now.plusSeconds(random.nextInt(20_000));
            Situation situation = situation(random);
            standing = standing.next(situation, limits, now, GRACE);
            boolean isShort = standing.reasons().contains(StandingReason.WALLET_EMPTY);
            shortSince = isShort ? (shortSince == null ? now : shortSince) : null;
            assertThat(standing.graceEndsAt()).isEqualTo(shortSince == null ? null : shortSince.plus(GRACE));
            assertThat(standing.stage() == StandingStage.ACTIVE)
                    .isEqualTo(standing.reasons().isEmpty());
            if (standing.stage() == StandingStage.SUSPENDED
                    && !standing.reasons().contains(StandingReason.STOP_LIMIT)) {
                assertThat(now).isAfterOrEqualTo(standing.graceEndsAt());
            }
            assertThat(standing.next(situation, limits, now, GRACE)).isEqualTo(standing);
            whatIsMissingIsEnough(standing, situation, limits, now);
        }
    }

    /** Paid in, it pays what is owed, and holds what runs or is to run again. */
    private static void whatIsMissingIsEnough(Standing standing, Situation situation, Limits limits, Instant now) {
        BigDecimal left = situation.available().add(standing.missing()).subtract(situation.owed());
        Situation paid = new Situation(left, situation.hourly(), BigDecimal.ZERO, BigDecimal.ZERO, situation.spent());
        assertThat(standing.next(paid, limits, now, GRACE).reasons()).doesNotContain(StandingReason.WALLET_EMPTY);
    }

    private static Situation situation(Random random) {
        boolean isShort = random.nextInt(3) > 0;
        BigDecimal hourly = amount(random, 300);
        return new Situation(
                amount(random, 1_000),
                hourly,
                isShort && random.nextBoolean() ? amount(random, 2_000) : BigDecimal.ZERO,
                isShort ? hourly : BigDecimal.ZERO,
                amount(random, 25_000));
    }

    private static BigDecimal amount(Random random, int cents) {
        return BigDecimal.valueOf(random.nextInt(cents) + 1L, 2);
    }
}
