package io.skyholm.billing.ledger;

import io.skyholm.events.billing.TransactionType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Transaction as callers see it. */
@Schema(name = "Transaction")
public record TransactionView(
        UUID id,
        UUID tenantId,
        UUID walletId,
        TransactionType type,
        String amount,
        String currency,
        String balanceAfter,
        @Nullable String description,
        @Nullable String reference,
        @Nullable UUID refundedTransactionId,
        @Nullable UUID holdId,
        Instant createdAt,
        @Nullable UUID createdBy) {}
