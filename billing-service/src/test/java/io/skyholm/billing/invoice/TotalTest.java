package io.skyholm.billing.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Invoices are of whole coins, and all of them together come to what was charged. */
class TotalTest {

    @Test
    void fractionGoesToTheNextInvoice() {
        Total first = Total.of(new BigDecimal("1.234999"), BigDecimal.ZERO, "EUR");
        assertThat(first.amount()).isEqualByComparingTo("1.23");
        Total next = Total.of(new BigDecimal("0.000001"), first.after(), "EUR");
        assertThat(next.amount()).isEqualByComparingTo("0.01");
        assertThat(next.after()).isEqualByComparingTo("-0.005");
    }

    @Test
    void coinsAreThoseOfTheCurrency() {
        assertThat(Total.of(new BigDecimal("12.6"), BigDecimal.ZERO, "JPY").amount())
                .isEqualByComparingTo("13");
        assertThat(Total.of(new BigDecimal("12.6"), BigDecimal.ZERO, "KWD").amount())
                .isEqualByComparingTo("12.600");
    }

    @Test
    void whereMoreWasGivenBackThanChargedItIsTheCustomers() {
        Total total = Total.of(new BigDecimal("-2.50"), BigDecimal.ZERO, "EUR");
        assertThat(total.givesBack()).isTrue();
        assertThat(total.amount()).isEqualByComparingTo("2.50");
    }

    @Test
    void allInvoicesTogetherComeToWhatWasCharged() {
        Random random = new Random(7);
        for (int history = 0; history < 200; history++) {
            BigDecimal charged = BigDecimal.ZERO;
            BigDecimal invoiced = BigDecimal.ZERO;
            BigDecimal fraction = BigDecimal.ZERO;
            for (int month = 0; month < 40; month++) {
                BigDecimal now = BigDecimal.valueOf(random.nextInt(2_000_000) - 300_000, 6);
                Total total = Total.of(now, fraction, "EUR");
                charged = charged.add(now);
                invoiced = invoiced.add(total.givesBack() ? total.amount().negate() : total.amount());
                fraction = total.after();
                assertThat(fraction.abs()).isLessThanOrEqualTo(new BigDecimal("0.005"));
            }
            assertThat(invoiced.add(fraction)).isEqualByComparingTo(charged);
        }
    }
}
