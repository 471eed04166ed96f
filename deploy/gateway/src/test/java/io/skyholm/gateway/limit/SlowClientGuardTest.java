package io.skyholm.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.gateway.call.RouteClass;
import io.skyholm.gateway.call.RouteClass.Shares;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlowClientGuardTest {

    private static final long SECOND = 1_000_000_000L;
    private static final Shares MANY = new Shares(9, 9, 9);

    @Test
    void bodyThatComesAtItsRateMayTakeAsLongAsItLikesWhereItFlows() {
        SlowClientGuard guard = new SlowClientGuard(kind(false), 0);

        for (long second = 1; second <= 600; second++) {
            assertThat(guard.isTooSlow(true, second * 1000, false, 0, second * SECOND))
                    .isFalse();
        }
    }

    @Test
    void bodyThatStopsIsTooSlowHoweverFastItWasBefore() {
        SlowClientGuard guard = new SlowClientGuard(kind(false), 0);

        assertThat(guard.isTooSlow(true, 50_000_000, false, 0, 5 * SECOND)).isFalse();
        assertThat(guard.isTooSlow(true, 50_000_000, false, 0, 9 * SECOND)).isFalse();
        assertThat(guard.isTooSlow(true, 50_000_000, false, 0, 10 * SECOND)).isTrue();
    }

    @Test
    void trickleIsTooSlow() {
        SlowClientGuard guard = new SlowClientGuard(kind(false), 0);

        assertThat(guard.isTooSlow(true, 4_900, false, 0, 5 * SECOND)).isTrue();
    }

    @Test
    void clientNeedNotSendWhatTheServiceDoesNotTake() {
        SlowClientGuard guard = new SlowClientGuard(kind(false), 0);

        for (long second = 1; second <= 60; second++) {
            assertThat(guard.isTooSlow(false, 7, false, 0, second * SECOND)).isFalse();
        }
        assertThat(guard.isTooSlow(true, 7, false, 0, 64 * SECOND)).isFalse();
    }

    @Test
    void bodyThatIsHeldHasToBeCompleteInTime() {
        SlowClientGuard guard = new SlowClientGuard(kind(true), 0);

        assertThat(guard.isTooSlow(true, 500_000, false, 0, 30 * SECOND)).isFalse();
        assertThat(guard.isTooSlow(true, 600_000, false, 0, 31 * SECOND)).isTrue();
    }

    @Test
    void answerThatNobodyReadsIsGivenUpAndASlowOneIsNot() {
        SlowClientGuard read = new SlowClientGuard(kind(true), 0);
        SlowClientGuard unread = new SlowClientGuard(kind(true), 0);

        for (long second = 1; second <= 20; second++) {
            assertThat(read.isTooSlow(false, 0, true, second, second * SECOND)).isFalse();
            assertThat(unread.isTooSlow(false, 0, true, 9, second * SECOND)).isFalse();
        }
        assertThat(read.isTooSlow(false, 0, true, 22, 22 * SECOND)).isFalse();
        assertThat(unread.isTooSlow(false, 0, true, 9, 22 * SECOND)).isTrue();
    }

    @Test
    void answerThatIsReadByTheDropIsGivenUp() {
        SlowClientGuard trickle = new SlowClientGuard(kind(true), 0);
        SlowClientGuard modem = new SlowClientGuard(kind(true), 0);

        for (long second = 1; second < 120; second++) {
            assertThat(trickle.isTooSlow(false, 0, true, second, second * SECOND))
                    .isFalse();
            assertThat(modem.isTooSlow(false, 0, true, second * 7_000, second * SECOND))
                    .isFalse();
        }
        assertThat(trickle.isTooSlow(false, 0, true, 120, 120 * SECOND)).isTrue();
        assertThat(modem.isTooSlow(false, 0, true, 840_000, 120 * SECOND)).isFalse();
    }

    @Test
    void streamOnWhichLittleHappensIsNotSlow() {
        SlowClientGuard quiet = new SlowClientGuard(kind(true), 0);

        for (long second = 1; second <= 600; second++) {
            boolean aMoment = second % 120 == 0;
            assertThat(quiet.isTooSlow(false, 0, aMoment, second, second * SECOND))
                    .isFalse();
        }
    }

    private static RouteClass kind(boolean held) {
        return new RouteClass("kind", 1 << 30, held, 1000, Duration.ofSeconds(30), 9, MANY, MANY, List.of());
    }
}
