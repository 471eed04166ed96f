package io.skyholm.billing.meter;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an hour of the calendar costs.
 *
 * @param hour when it begins
 * @param tariff by which most of it is due
 * @param sizeGb for how much; absent where it is not paid by size
 */
record HourDue(
        Instant hour,
        BigDecimal amount,
        Tariff tariff,
        @Nullable Integer sizeGb) {}
