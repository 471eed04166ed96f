package io.skyholm.billing.plan;

import static java.math.RoundingMode.HALF_UP;

import io.skyholm.billing.money.Amounts;
import io.skyholm.runtime.problem.Problem;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What an hour costs, and what a month costs at most. */
record Rates(BigDecimal hourly, BigDecimal monthly) {

    /** The hours of an average month: 365 days in twelve parts. */
    static final BigDecimal HOURS = new BigDecimal("730");

    private static final BigDecimal HUNDRED = new BigDecimal("100");
    private static final int COINS = 2;

    /** The rates that were given; what was not follows from the cost with its markup, and the hour from the month. */
    static Rates of(
            @Nullable BigDecimal hourly,
            @Nullable BigDecimal monthly,
            @Nullable BigDecimal baseCost,
            @Nullable BigDecimal markup) {
        BigDecimal month = monthly == null ? ofCost(baseCost, markup) : exact(monthly);
        return new Rates(hourly == null ? ofMonth(month) : exact(hourly), month);
    }

    private static BigDecimal ofCost(@Nullable BigDecimal baseCost, @Nullable BigDecimal markup) {
        if (baseCost == null) {
            throw Problem.invalid("monthlyRate", "must be given where it does not follow from a baseCost");
        }
        BigDecimal percentage = HUNDRED.add(markup == null ? BigDecimal.ZERO : markup);
        BigDecimal rate = baseCost.multiply(percentage).divide(HUNDRED, COINS, HALF_UP);
        if (rate.compareTo(Amounts.MOST) > 0) {
            throw Problem.invalid("baseCost", "makes a rate of more than " + Amounts.text(Amounts.MOST));
        }
        return exact(rate);
    }

    private static BigDecimal ofMonth(BigDecimal monthly) {
        return monthly.divide(HOURS, Amounts.PLACES, HALF_UP);
    }

    /** As the database keeps it, so that equal rates are equal. */
    private static BigDecimal exact(BigDecimal rate) {
        return rate.setScale(Amounts.PLACES);
    }
}
