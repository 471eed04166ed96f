package io.skyholm.billing.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How amounts are written. */
class AmountsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0.00",
        "0.000000, 0.00",
        "5, 5.00",
        "5.500000, 5.50",
        "0.0075, 0.0075",
        "-12.345600, -12.3456",
        "100, 100.00",
        "1E+3, 1000.00"
    })
    void textHasAtLeastTwoPlacesAndNoZerosBehindThem(BigDecimal amount, String text) {
        assertThat(Amounts.text(amount)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "12.50", "0.000001", "-3", "999999999999.999999"})
    void whatIsWrittenSoIsAnAmount(String text) {
        assertThat(text).matches(Amounts.SIGNED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " 1", "1 ", "+1", "01", "1.", ".5", "1,5", "1e3", "1.0000001", "1000000000000", "NaN", "--1"
            })
    void whatIsWrittenOtherwiseIsNone(String text) {
        assertThat(text).doesNotMatch(Amounts.SIGNED);
    }

    @Test
    void onlyWholeCoinsCanBePaid() {
        assertThat(Amounts.isPayable(new BigDecimal("12.50"), "EUR")).isTrue();
        assertThat(Amounts.isPayable(new BigDecimal("12.505"), "EUR")).isFalse();
        assertThat(Amounts.isPayable(new BigDecimal("12.500000"), "EUR")).isTrue();
        assertThat(Amounts.isPayable(new BigDecimal("12.5"), "JPY")).isFalse();
        assertThat(Amounts.isPayable(new BigDecimal("12.505"), "KWD")).isTrue();
    }

    @Test
    void currenciesAreThoseWithCoins() {
        assertThat(Currencies.isKnown("EUR")).isTrue();
        assertThat(Currencies.isKnown("EURO")).isFalse();
        assertThat(Currencies.isKnown("XAU")).as("gold").isFalse();
    }
}
