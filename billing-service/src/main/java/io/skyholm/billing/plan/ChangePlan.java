package io.skyholm.billing.plan;

import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Patch;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change of a plan: a field that is left out stays, one that is null is cleared. Where the cost or the markup changes and no rate
 * is given, the rates follow; where the monthly rate changes alone, the hourly one follows it.
 */
public record ChangePlan(
        @Name @Nullable String name,
        @Nullable Optional<@Name String> provider,
        @Nullable Optional<@Name String> providerType,
        @Min(1) @Max(1024) @Nullable Integer vcpus,
        @Min(1) @Max(16_777_216) @Nullable Integer memoryMb,
        @Min(1) @Max(1_048_576) @Nullable Integer diskGb,
        @Min(0) @Max(64) @Nullable Integer gpuCount,
        @Nullable Optional<@Min(0) @Max(1_000_000_000) Integer> transferGb,
        @Nullable Optional<@Min(1) @Max(10_000_000) Integer> networkOutMbps,
        @Nullable Boolean bySecond,
        @Nullable Optional<@Price String> baseCost,
        @Nullable Optional<@Price String> markupPercentage,
        @Price @Nullable String hourlyRate,
        @Price @Nullable String monthlyRate,
        @Size(max = 100) @Nullable List<@NotNull @Name String> availableRegions,
        @Nullable Boolean isActive) {

    /** Tells whether the terms are others than before. */
    boolean applyTo(Plan plan) {
        plan.name = Patch.of(name, plan.name);
        plan.provider = Patch.of(provider, plan.provider);
        plan.providerType = Patch.of(providerType, plan.providerType);
        plan.isActive = Patch.of(isActive, plan.isActive);
        if (availableRegions != null) {
            plan.availableRegions = availableRegions.toArray(String[]::new);
        }
        return plan.agree(on(plan.terms()));
    }

    private PlanTerms on(PlanTerms terms) {
        BigDecimal cost = Patch.of(exact(baseCost), terms.baseCost());
        BigDecimal markup = Patch.of(exact(markupPercentage), terms.markupPercentage());
        return new PlanTerms(
                Patch.of(vcpus, terms.vcpus()),
                Patch.of(memoryMb, terms.memoryMb()),
                Patch.of(diskGb, terms.diskGb()),
                Patch.of(gpuCount, terms.gpuCount()),
                Patch.of(transferGb, terms.transferGb()),
                Patch.of(networkOutMbps, terms.networkOutMbps()),
                Patch.of(bySecond, terms.bySecond()),
                cost,
                markup,
                rates(terms.rates(), cost, markup));
    }

    private Rates rates(Rates present, @Nullable BigDecimal cost, @Nullable BigDecimal markup) {
        boolean costs = cost != null && (baseCost != null || markupPercentage != null);
        boolean monthChanges = costs || monthlyRate != null;
        BigDecimal monthly = monthChanges ? PlanTerms.exact(monthlyRate) : present.monthly();
        BigDecimal hourly = monthChanges || hourlyRate != null ? PlanTerms.exact(hourlyRate) : present.hourly();
        return Rates.of(hourly, monthly, cost, markup);
    }

    private static @Nullable Optional<BigDecimal> exact(@Nullable Optional<String> given) {
        return given == null ? null : given.map(PlanTerms::exact);
    }
}
