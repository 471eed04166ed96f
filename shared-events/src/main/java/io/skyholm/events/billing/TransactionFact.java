package io.skyholm.events.billing;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A transaction as every service may know it. */
@JsonClassDescription("A transaction: one movement of money on a wallet, which is never changed.")
public record TransactionFact(
        UUID id,

        @JsonPropertyDescription("Always 1: a transaction never changes.")
        long generation,

        UUID tenantId,

        @JsonPropertyDescription("The wallet whose balance it changed.")
        UUID walletId,

        @JsonPropertyDescription("What moved the money.") TransactionType type,

        @JsonPropertyDescription("By how much it changed the balance, a decimal number; below zero for what was taken.")
        String amount,

        @JsonPropertyDescription("The ISO 4217 code of the wallet's currency.")
        String currency,

        @JsonPropertyDescription("The wallet's balance after it, a decimal number.")
        String balanceAfter,

        @Nullable String description,

        @JsonPropertyDescription("What it is called elsewhere, such as in a bank statement.") @Nullable String reference,

        @JsonPropertyDescription("The charge that a refund gives back.") @Nullable UUID refundedTransactionId,

        @JsonPropertyDescription("The hold that a charge has captured.") @Nullable UUID holdId,

        Instant createdAt,

        @JsonPropertyDescription("The user who made it; absent where the platform did.") @Nullable UUID createdBy)
        implements Fact {}
