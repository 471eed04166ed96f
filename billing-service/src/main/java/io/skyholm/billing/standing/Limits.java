package io.skyholm.billing.standing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant wants to be told of, and kept to.
 *
 * @param lowBalance below which it is warned
 * @param warnHours it is warned when its wallet lasts less
 * @param warnAt what may be charged in a month before it is warned
 * @param refuseAt before nothing more is created or started
 * @param stopAt before what runs is stopped
 */
record Limits(
        @Nullable BigDecimal lowBalance,
        int warnHours,
        @Nullable BigDecimal warnAt,
        @Nullable BigDecimal refuseAt,
        @Nullable BigDecimal stopAt) {

    /** Whether that has been reached; what is not set never is. */
    static boolean isReached(@Nullable BigDecimal limit, BigDecimal spent) {
        return limit != null && spent.compareTo(limit) >= 0;
    }

    /** Whether anything depends on what is charged in a month. */
    boolean areOfMonth() {
        return warnAt != null || refuseAt != null || stopAt != null;
    }
}
