package io.skyholm.billing.wallet;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * To whom a wallet's invoices are made out.
 *
 * @param adminUserId the user who answers for the tenant
 */
public record Customer(
        UUID walletId,
        UUID tenantId,
        String currency,
        String name,
        @Nullable String address,
        @Nullable String country,
        @Nullable String taxId,
        @Nullable String email,
        @Nullable UUID adminUserId) {}
