package io.skyholm.billing.forecast;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Forecast as callers see it. */
@Schema(name = "Forecast")
public record ForecastView(
        UUID walletId,
        UUID tenantId,
        String currency,
        String available,
        long running,
        String hourlyCost,
        String monthlyCost,
        @Nullable Instant runsOutAt) {}
