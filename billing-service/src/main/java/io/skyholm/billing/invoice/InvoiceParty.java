package io.skyholm.billing.invoice;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who issues an invoice, or to whom it is made out, as it was on that day. */
@Schema(name = "InvoiceParty")
public record InvoiceParty(
        String name,
        @Nullable String address,
        @Nullable String country,
        @Nullable String taxId,
        @Nullable String email) {}
