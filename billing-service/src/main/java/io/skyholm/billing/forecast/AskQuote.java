package io.skyholm.billing.forecast;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody thinks of running. */
public record AskQuote(
        @NotNull UUID planId, @Min(1) @Max(1000) @Nullable Integer count) {

    int times() {
        return count == null ? 1 : count;
    }
}
