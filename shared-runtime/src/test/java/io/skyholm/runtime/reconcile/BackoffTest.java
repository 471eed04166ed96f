package io.skyholm.runtime.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @RepeatedTest(20)
    void theFirstWaitIsShort() {
        assertThat(Backoff.after(1)).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
    }

    @RepeatedTest(20)
    void everyFailureDoublesIt() {
        assertThat(Backoff.after(4)).isBetween(Duration.ofMillis(800), Duration.ofMillis(1_600));
    }

    @Test
    void noWaitIsLongerThanHalfAMinute() {
        assertThat(IntStream.of(9, 20, 64, 1_000, Integer.MAX_VALUE).mapToObj(Backoff::after))
                .allSatisfy(wait -> assertThat(wait).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30)));
    }

    @Test
    void rowsThatFailTogetherDoNotComeBackTogether() {
        assertThat(IntStream.range(0, 50).mapToObj(row -> Backoff.after(8)).distinct())
                .hasSizeGreaterThan(10);
    }
}
