package io.skyholm.billing.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.runtime.problem.Problem;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an hour and a month cost. */
class RatesTest {

    @ParameterizedTest
    @CsvSource({
        "4.00, 25, 5.000000, 0.006849",
        "4.00, , 4.000000, 0.005479",
        "0.10, 25, 0.130000, 0.000178",
        "0, 50, 0.000000, 0.000000"
    })
    void ratesFollowFromTheCostRoundedHalfUp(String cost, @Nullable String markup, String monthly, String hourly) {
        Rates rates = rates(null, null, cost, markup);
        assertThat(rates.monthly()).isEqualTo(monthly);
        assertThat(rates.hourly()).isEqualTo(hourly);
    }

    @Test
    void givenRatesAreTakenAsTheyAre() {
        assertThat(rates("0.0075", "5.00", "4.00", "25")).isEqualTo(rates("0.0075", "5", null, null));
        assertThat(rates(null, "7.30", null, null).hourly()).isEqualTo("0.010000");
    }

    @Test
    void withoutCostAndRateThereIsNoPrice() {
        assertThatThrownBy(() -> rates("0.0075", null, null, "25"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("monthlyRate must be given");
        assertThatThrownBy(() -> rates(null, null, "999999999999", "100")).hasMessageContaining("baseCost");
    }

    private static Rates rates(
            @Nullable String hourly, @Nullable String monthly, @Nullable String cost, @Nullable String markup) {
        return Rates.of(number(hourly), number(monthly), number(cost), number(markup));
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
