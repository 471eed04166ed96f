package io.skyholm.billing.invoice;

import io.skyholm.events.billing.InvoiceStatus;
import io.skyholm.events.billing.InvoiceType;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which invoices are wanted. */
public record InvoiceFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,
        @QueryParam("walletId") @Nullable UUID walletId,
        @QueryParam("type") @Nullable InvoiceType type,
        @QueryParam("status") @Nullable InvoiceStatus status,
        @QueryParam("invoiceNumber") @Nullable String invoiceNumber,
        @QueryParam("creditedInvoiceId") @Nullable UUID creditedInvoiceId) {}
