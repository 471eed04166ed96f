package io.skyholm.billing.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How long money lasts: what runs has its present hour held already, each further one is taken when it begins.
 *
 * @param available what can be spent
 * @param hourly what an hour of all that runs costs
 */
record Spending(BigDecimal available, BigDecimal hourly) {

    /** Nobody needs to know what is further away. */
    static final Duration FURTHEST = Duration.ofDays(3650);

    /** The hour that cannot be held any more, unless that is far away. A month whose plans are capped lasts longer. */
    @Nullable Instant runsOutAt(Instant now) {
        if (hourly.signum() == 0) {
            return null;
        }
        BigDecimal hours = hours();
        return hours.compareTo(BigDecimal.valueOf(FURTHEST.toHours())) > 0
                ? null
                : now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1 + hours.longValueExact()));
    }

    /** What is missing for one hour of it; 0 if nothing is. */
    BigDecimal missing() {
        return hourly.subtract(available).max(BigDecimal.ZERO);
    }

    /** So many whole hours can be paid; of what costs nothing, none needs to be. */
    BigDecimal hours() {
        return hourly.signum() == 0 ? BigDecimal.ZERO : available.divide(hourly, 0, RoundingMode.DOWN);
    }
}
