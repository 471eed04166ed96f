package io.skyholm.billing.wallet;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which wallets are wanted. */
public record WalletFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,
        @QueryParam("currency") @Nullable String currency) {}
