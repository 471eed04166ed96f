package io.skyholm.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** When a host is set aside, and for how long. */
class BadReportCountTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void hostThatSendsAHundredBadReportsInAMinuteIsNotHeardForFiveMinutes() {
        BadReportCount count = after(100, Duration.ofMillis(500));
        Instant end = NOW.plusMillis(99 * 500).plus(Duration.ofMinutes(5));
        assertThat(count.isQuarantined(end.minusMillis(1))).isTrue();
        assertThat(count.isQuarantined(end)).isFalse();
        assertThat(count.worse(end)).isEqualTo(BadReportCount.first(end));
    }

    @Test
    void fewerOrSlowerOnesAreSkippedOneByOne() {
        assertThat(after(99, Duration.ofMillis(1)).isQuarantined(NOW)).isFalse();
        assertThat(after(1_000, Duration.ofSeconds(1)).until()).isNull();
    }

    @Test
    void whatComesInQuarantineDoesNotProlongIt() {
        BadReportCount count = after(100, Duration.ZERO);
        assertThat(count.worse(NOW.plus(Duration.ofMinutes(4)))).isSameAs(count);
    }

    @Test
    void badReportsOfLongAgoAreForgotten() {
        assertThat(BadReportCount.first(NOW).isForgotten(NOW.plusSeconds(60))).isFalse();
        assertThat(BadReportCount.first(NOW).isForgotten(NOW.plusSeconds(61))).isTrue();
        assertThat(after(100, Duration.ZERO).isForgotten(NOW.plusSeconds(61))).isFalse();
    }

    private static BadReportCount after(int many, Duration between) {
        return Stream.iterate(1, number -> number < many, number -> number + 1)
                .reduce(
                        BadReportCount.first(NOW),
                        (count, number) -> count.worse(NOW.plus(between.multipliedBy(number))),
                        (one, other) -> other);
    }
}
