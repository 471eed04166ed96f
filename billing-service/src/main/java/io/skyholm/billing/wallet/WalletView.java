package io.skyholm.billing.wallet;

import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Wallet as callers see it. */
@Schema(name = "Wallet")
public record WalletView(
        UUID id,
        long generation,
        UUID tenantId,
        String currency,
        String balance,
        String held,
        String available,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {}
