package io.skyholm.billing.ledger;

import io.skyholm.events.billing.TransactionType;
import io.skyholm.runtime.tenant.Cause;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the ledger is asked to do with a wallet, once for each key. */
sealed interface LedgerCommand {

    UUID walletId();

    /** Whoever asks twice under one key gets what came of the first. */
    String key();

    Cause cause();

    /**
     * A movement of money.
     *
     * @param amount below zero for what is taken
     */
    record Post(
            UUID walletId,
            TransactionType type,
            BigDecimal amount,
            @Nullable String description,
            @Nullable String reference,
            @Nullable UUID refundedTransactionId,
            String key,
            Cause cause)
            implements LedgerCommand {}

    /** Keeps an amount from being spent otherwise. */
    record Authorize(UUID walletId, BigDecimal amount, String subject, String key, Cause cause)
            implements LedgerCommand {}

    /** Charges what was held, or less; the rest can be spent again. */
    record Capture(
            UUID walletId,
            UUID holdId,
            BigDecimal amount,
            @Nullable String description,
            String key,
            Cause cause) implements LedgerCommand {

        /** The charge that it becomes. */
        Post charge() {
            return new Post(walletId, TransactionType.CHARGE, amount.negate(), description, null, null, key, cause);
        }
    }

    /** Gives back all that was held. The hold itself is the key: it ends once. */
    record Release(UUID walletId, UUID holdId, Cause cause) implements LedgerCommand {

        @Override
        public String key() {
            return holdId.toString();
        }
    }
}
