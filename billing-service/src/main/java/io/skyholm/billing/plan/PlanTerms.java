package io.skyholm.billing.plan;

import io.skyholm.billing.money.Amounts;
import io.skyholm.runtime.problem.Problem;
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

    /** Refuses what has no cores or no memory. */
    void checkMachine() {
        if (vcpus == 0) {
            throw Problem.invalid("vcpus", "must be given");
        }
        if (memoryMb == 0) {
            throw Problem.invalid("memoryMb", "must be given");
        }
    }

    /** Refuses what storage has not: its price is that of a size alone. */
    void checkNoMachine() {
        refuse("vcpus", vcpus != 0);
        refuse("memoryMb", memoryMb != 0);
        refuse("gpuCount", gpuCount != 0);
        refuse("transferGb", transferGb != null);
        refuse("networkOutMbps", networkOutMbps != null);
    }

    private static void refuse(String property, boolean given) {
        if (given) {
            throw Problem.invalid(property, "has no place in the price of storage");
        }
    }

    /** As the database keeps it, so that equal terms are equal. */
    static @Nullable BigDecimal exact(@Nullable String amount) {
        return amount == null ? null : new BigDecimal(amount).setScale(Amounts.PLACES);
    }
}
