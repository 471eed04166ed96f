package io.skyholm.billing.meter;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a plan costs from then on: its terms have versions.
 *
 * @param article what it is the price of; absent for a size of instances
 * @param perGb for how many GiB of that the rates are
 * @param ended whether it is the price of nothing any more
 * @param bySecond whether each second is paid, or each hour that has been started
 */
record Tariff(
        UUID planId,
        int version,
        @Nullable String article,
        int perGb,
        Instant since,
        boolean ended,
        boolean bySecond,
        BigDecimal hourly,
        BigDecimal monthly) {

    /** What an hour of so much costs, not rounded; all of it where there is no size. */
    BigDecimal hourlyOf(@Nullable Integer sizeGb) {
        return times(hourly, sizeGb);
    }

    /** What a month of so much costs at most, not rounded. */
    BigDecimal monthlyOf(@Nullable Integer sizeGb) {
        return times(monthly, sizeGb);
    }

    private BigDecimal times(BigDecimal rate, @Nullable Integer sizeGb) {
        return sizeGb == null
                ? rate
                : rate.multiply(BigDecimal.valueOf(sizeGb)).divide(BigDecimal.valueOf(perGb), MathContext.DECIMAL128);
    }
}
