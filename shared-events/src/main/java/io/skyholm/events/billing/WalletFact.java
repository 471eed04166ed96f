package io.skyholm.events.billing;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.UUID;

/** A wallet as every service may know it. */
@JsonClassDescription("A wallet: what a tenant has paid in advance and not used yet.")
public record WalletFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this wallet; ignore what is not newer than what you hold.")
        long generation,

        @JsonPropertyDescription("A tenant has one wallet.") UUID tenantId,

        @JsonPropertyDescription("The ISO 4217 code of its currency, which never changes.")
        String currency,

        @JsonPropertyDescription("The sum of its postings, a decimal number; never below zero.")
        String balance,

        @JsonPropertyDescription("What open holds keep of the balance, a decimal number.")
        String held,

        @JsonPropertyDescription("What can be spent: the balance without what is held, a decimal number.")
        String available,

        Instant createdAt,
        Instant updatedAt)
        implements Fact {}
