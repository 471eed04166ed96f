package io.skyholm.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff();
    private final Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void theFirstAttemptIsAtOnceAndLaterOnesWaitLonger() {
        assertThat(backoff.next(now)).isZero();
        assertThat(backoff.next(now)).hasMillis(500);
        assertThat(backoff.next(now)).hasMillis(1000);
    }

    @Test
    void noWaitIsLongerThanHalfAMinute() {
        Duration longest = Duration.ZERO;
        for (int attempt = 0; attempt < 20; attempt++) {
            longest = backoff.next(now);
        }

        assertThat(longest).hasSeconds(30);
    }

    @Test
    void afterAGoodWhileAllIsForgiven() {
        backoff.next(now);
        backoff.next(now);

        assertThat(backoff.next(now.plus(Duration.ofMinutes(3)))).isZero();
    }
}
