package io.skyholm.billing.invoice;

import io.skyholm.events.billing.InvoiceLineItem;
import io.skyholm.events.billing.InvoiceStatus;
import io.skyholm.events.billing.InvoiceType;
import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Invoice as callers see it. */
@Schema(name = "Invoice")
public record InvoiceView(
        UUID id,
        long generation,
        UUID tenantId,
        UUID walletId,
        @Nullable UUID userId,
        InvoiceType type,
        String invoiceNumber,
        InvoiceStatus status,
        String currency,
        String amount,
        String taxName,
        String taxRate,
        String taxAmount,
        String fractionBefore,
        String fractionAfter,
        String creditedAmount,
        @Nullable Instant billingPeriodStart,
        @Nullable Instant billingPeriodEnd,
        LocalDate dueDate,
        List<InvoiceLineItem> lineItems,
        @Nullable UUID creditedInvoiceId,
        @Nullable UUID transactionId,
        @Nullable String reference,
        InvoiceParty issuer,
        InvoiceParty recipient,
        int reminders,
        @Nullable Instant paidAt,
        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy)
        implements Versioned {}
