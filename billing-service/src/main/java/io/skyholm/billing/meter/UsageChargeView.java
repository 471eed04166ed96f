package io.skyholm.billing.meter;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is charged for an hour, as callers see it. */
@Schema(name = "UsageCharge")
public record UsageChargeView(
        UUID id,
        UUID tenantId,
        UUID walletId,
        UUID meterId,
        Instant hour,
        int part,
        String amount,
        UUID planId,
        int planVersion,
        @Nullable Integer sizeGb,
        @Nullable UUID transactionId,
        Instant createdAt) {}
