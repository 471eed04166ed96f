package io.skyholm.billing.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a balance for something that will be charged.
 *
 * @param subject what it is for, such as {@code instance/<id>}
 */
public record Hold(
        UUID id,
        UUID tenantId,
        UUID walletId,
        BigDecimal amount,
        HoldStatus status,
        String subject,
        String idempotencyKey,
        Instant createdAt,
        @Nullable Instant endedAt) {

    Hold ended(HoldStatus as, Instant now) {
        return new Hold(id, tenantId, walletId, amount, as, subject, idempotencyKey, createdAt, now);
    }
}
