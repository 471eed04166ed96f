package io.skyholm.billing.meter;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Meter as callers see it. */
@Schema(name = "UsageMeter")
public record MeterView(
        UUID id,
        UUID tenantId,
        UUID walletId,
        ResourceKind resourceType,
        UUID resourceId,
        @Nullable String name,
        @Nullable UUID planId,
        @Nullable Integer sizeGb,
        @Nullable Instant lastBilledAt,
        String charged,
        String owed,
        Instant createdAt,
        Instant updatedAt) {}
