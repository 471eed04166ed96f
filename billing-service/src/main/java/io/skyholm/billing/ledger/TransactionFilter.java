package io.skyholm.billing.ledger;

import io.skyholm.events.billing.TransactionType;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which transactions are wanted. */
public record TransactionFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,
        @QueryParam("walletId") @Nullable UUID walletId,
        @QueryParam("type") @Nullable TransactionType type,
        @QueryParam("refundedTransactionId") @Nullable UUID refundedTransactionId) {}
