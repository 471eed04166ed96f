package io.skyholm.billing.plan;

import io.skyholm.events.billing.PlanKind;
import io.skyholm.events.storage.DiskType;
import io.skyholm.runtime.http.Name;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A new plan, or the price of so many GiB of storage; a rate that is not given follows from the cost. */
public record CreatePlan(
        @NotNull PlanKind kind,
        @Nullable DiskType diskType,
        @NotNull @Name String name,
        @Name @Nullable String provider,
        @Name @Nullable String providerType,
        @Min(1) @Max(1024) @Nullable Integer vcpus,
        @Min(1) @Max(16_777_216) @Nullable Integer memoryMb,
        @NotNull @Min(1) @Max(1_048_576) Integer diskGb,
        @Min(0) @Max(64) @Nullable Integer gpuCount,
        @Min(0) @Max(1_000_000_000) @Nullable Integer transferGb,
        @Min(1) @Max(10_000_000) @Nullable Integer networkOutMbps,
        @Nullable Boolean bySecond,
        @Price @Nullable String baseCost,
        @Price @Nullable String markupPercentage,
        @Price @Nullable String hourlyRate,
        @Price @Nullable String monthlyRate,
        @Size(max = 100) @Nullable List<@NotNull @Name String> availableRegions) {

    PlanTerms terms() {
        BigDecimal cost = PlanTerms.exact(baseCost);
        BigDecimal markup = PlanTerms.exact(markupPercentage);
        return new PlanTerms(
                vcpus == null ? 0 : vcpus,
                memoryMb == null ? 0 : memoryMb,
                diskGb,
                gpuCount == null ? 0 : gpuCount,
                transferGb,
                networkOutMbps,
                Boolean.TRUE.equals(bySecond),
                cost,
                markup,
                Rates.of(PlanTerms.exact(hourlyRate), PlanTerms.exact(monthlyRate), cost, markup));
    }

    String[] regions() {
        return availableRegions == null ? new String[0] : availableRegions.toArray(String[]::new);
    }
}
