package io.skyholm.billing.meter;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is charged for an hour of a meter, or what corrects that.
 *
 * @param part 0 for what was charged first; what corrects it counts on
 * @param amount below zero for what is given back
 * @param sizeGb for how much; absent where it is not paid by size
 */
record UsageCharge(
        UUID id,
        Instant hour,
        int part,
        BigDecimal amount,
        UUID planId,
        int planVersion,
        @Nullable Integer sizeGb) {

    boolean givesBack() {
        return amount.signum() < 0;
    }

    String description() {
        return (part == 0 ? "Hour from " : "Correction of the hour from ") + hour;
    }
}
