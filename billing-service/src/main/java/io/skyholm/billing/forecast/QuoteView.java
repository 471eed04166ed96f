package io.skyholm.billing.forecast;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Quote as callers see it. */
@Schema(name = "Quote")
public record QuoteView(
        UUID walletId,
        UUID planId,
        int planVersion,
        int count,
        String currency,
        String hourlyCost,
        String monthlyCost,
        String available,
        boolean isCovered,
        String missing,
        long hoursCovered) {}
