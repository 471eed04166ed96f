package io.skyholm.billing.wallet;

import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Billing details as callers see them. */
@Schema(name = "BillingDetails")
public record BillingDetailsView(
        UUID walletId,
        long generation,
        UUID tenantId,
        String name,
        @Nullable String address,
        @Nullable String country,
        @Nullable String taxId,
        @Nullable String email,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {}
