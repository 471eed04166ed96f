package io.skyholm.billing.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which month a wallet's period ends with. */
class OpenPeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00Z, 2026-02-01T00:00:00Z",
        "2026-01-31T23:59:59Z, 2026-02-01T00:00:00Z",
        "2028-02-29T12:00:00Z, 2028-03-01T00:00:00Z",
        "2026-12-15T08:30:00Z, 2027-01-01T00:00:00Z"
    })
    void endsWithTheMonthInWhichItBegan(Instant start, Instant end) {
        OpenPeriod period = new OpenPeriod(UUID.randomUUID(), UUID.randomUUID(), "EUR", start, null, BigDecimal.ZERO);
        assertThat(period.end()).isEqualTo(end);
        assertThat(period.closes()).isEqualTo(end.plus(OpenPeriod.SETTLED));
        assertThat(period.isOverdue(end.plus(OpenPeriod.LONGEST))).isFalse();
        assertThat(period.isOverdue(end.plus(OpenPeriod.LONGEST).plusNanos(1))).isTrue();
    }
}
