package io.skyholm.billing.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long money lasts. */
class SpendingTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:40:00Z");

    @ParameterizedTest
    @CsvSource({
        "0.00, 0.50, 2026-03-01T11:00:00Z",
        "0.49, 0.50, 2026-03-01T11:00:00Z",
        "0.50, 0.50, 2026-03-01T12:00:00Z",
        "12.10, 0.50, 2026-03-02T11:00:00Z"
    })
    void endsWithTheFirstHourThatCannotBeHeld(BigDecimal available, BigDecimal hourly, Instant end) {
        assertThat(new Spending(available, hourly).runsOutAt(NOW)).isEqualTo(end);
    }

    @Test
    void whatCostsNothingOrLittleDoesNotEnd() {
        assertThat(new Spending(BigDecimal.ZERO, BigDecimal.ZERO).runsOutAt(NOW))
                .isNull();
        assertThat(new Spending(new BigDecimal("999999999999"), new BigDecimal("0.000001")).runsOutAt(NOW))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"0.20, 0.50, 0.30", "0.50, 0.50, 0", "0, 0, 0"})
    void whatIsMissingIsForOneHour(BigDecimal available, BigDecimal hourly, BigDecimal missing) {
        assertThat(new Spending(available, hourly).missing()).isEqualByComparingTo(missing);
    }
}
