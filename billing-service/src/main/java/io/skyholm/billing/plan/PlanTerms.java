package io.skyholm.billing.plan;

import io.skyholm.billing.money.Amounts;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What is had for a plan and what it costs: whoever has one keeps the terms by which it was billed. */
record PlanTerms(
        int vcpus,
        int memoryMb,
        int diskGb,
        int gpuCount,
        @Nullable Integer transferGb,
        @Nullable Integer networkOutMbps,
        boolean bySecond,
        @Nullable BigDecimal baseCost,
        @Nullable BigDecimal markupPercentage,
        Rates rates) {

    /** As the database keeps it, so that equal terms are equal. */
    static @Nullable BigDecimal exact(@Nullable String amount) {
        return amount == null ? null : new BigDecimal(amount).setScale(Amounts.PLACES);
    }
}
