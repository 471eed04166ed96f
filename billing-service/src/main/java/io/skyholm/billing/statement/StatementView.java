package io.skyholm.billing.statement;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Statement as callers see it. */
@Schema(name = "Statement")
public record StatementView(
        UUID walletId,
        UUID tenantId,
        LocalDate day,
        boolean isFinal,
        String currency,
        String openingBalance,
        String deposits,
        String charges,
        String refunds,
        String adjustments,
        String closingBalance,
        long transactions,
        @Nullable UUID lastTransactionId,
        List<AccountBalance> accounts) {}
