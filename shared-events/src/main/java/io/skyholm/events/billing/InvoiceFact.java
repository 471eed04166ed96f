package io.skyholm.events.billing;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invoice as every service may know it; to whom it is made out stands on the invoice alone. */
@JsonClassDescription("An invoice: what was used in a month, what is to be paid in, or what was given back.")
public record InvoiceFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this invoice; ignore what is not newer than what you hold.")
        long generation,

        UUID tenantId,

        @JsonPropertyDescription("The wallet that it is about.")
        UUID walletId,

        @JsonPropertyDescription("The user who answered for the tenant when it was issued.") @Nullable UUID userId,

        @JsonPropertyDescription("What it is for.") InvoiceType type,

        @JsonPropertyDescription("Its number; those of an issuer have no gaps.")
        String invoiceNumber,

        @JsonPropertyDescription("How it stands with it.") InvoiceStatus status,

        @JsonPropertyDescription("The ISO 4217 code of the wallet's currency.")
        String currency,

        @JsonPropertyDescription("What it comes to, a decimal number in whole coins of its currency.")
        String amount,

        @JsonPropertyDescription("The tax that is part of the amount, a decimal number.")
        String taxAmount,

        @JsonPropertyDescription("How much of it credit notes have given back, a decimal number.")
        String creditedAmount,

        @JsonPropertyDescription("When the month begins whose usage it documents.") @Nullable Instant billingPeriodStart,

        @JsonPropertyDescription("When that month ends.") @Nullable Instant billingPeriodEnd,

        @JsonPropertyDescription("The day by which it is to be paid.")
        LocalDate dueDate,

        List<InvoiceLineItem> lineItems,

        @JsonPropertyDescription("The invoice that a credit note gives back of.") @Nullable UUID creditedInvoiceId,

        @JsonPropertyDescription("The transaction that a top-up or a credit note has become.") @Nullable UUID transactionId,

        @JsonPropertyDescription("What its payment is called elsewhere, such as in a bank statement.") @Nullable String reference,

        @JsonPropertyDescription("How often it was reminded of.")
        int reminders,

        @JsonPropertyDescription("When it was paid; present exactly when the status is PAID.") @Nullable Instant paidAt,

        Instant createdAt,
        Instant updatedAt,

        @JsonPropertyDescription("The user who created it; absent where the platform did.") @Nullable UUID createdBy,

        @JsonPropertyDescription("The user who changed it last; absent where the platform did.") @Nullable UUID updatedBy)
        implements Fact {}
