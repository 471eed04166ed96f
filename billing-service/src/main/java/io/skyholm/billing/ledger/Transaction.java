package io.skyholm.billing.ledger;

import io.skyholm.billing.money.Amounts;
import io.skyholm.events.billing.TransactionFact;
import io.skyholm.events.billing.TransactionType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A movement of money on a wallet, as the ledger keeps it. */
record Transaction(
        UUID id,
        UUID tenantId,
        UUID walletId,
        TransactionType type,
        BigDecimal amount,
        String currency,
        BigDecimal balanceAfter,
        @Nullable String description,
        @Nullable String reference,
        @Nullable UUID refundedTransactionId,
        @Nullable UUID holdId,
        String idempotencyKey,
        Instant createdAt,
        @Nullable UUID createdBy) {

    TransactionView view() {
        return new TransactionView(
                id,
                tenantId,
                walletId,
                type,
                Amounts.text(amount),
                currency,
                Amounts.text(balanceAfter),
                description,
                reference,
                refundedTransactionId,
                holdId,
                createdAt,
                createdBy);
    }

    TransactionFact fact() {
        return new TransactionFact(
                id,
                1,
                tenantId,
                walletId,
                type,
                Amounts.text(amount),
                currency,
                Amounts.text(balanceAfter),
                description,
                reference,
                refundedTransactionId,
                holdId,
                createdAt,
                createdBy);
    }
}
