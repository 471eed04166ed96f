package io.skyholm.billing.standing;

import io.skyholm.events.billing.StandingReason;
import io.skyholm.events.billing.StandingStage;
import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Standing of a wallet as callers see it. */
@Schema(name = "WalletStanding")
public record StandingView(
        UUID walletId,
        long generation,
        UUID tenantId,
        String currency,
        StandingStage stage,
        List<StandingReason> reasons,
        Instant stageSince,
        String available,
        String hourlyCost,
        String spent,
        String missing,
        @Nullable Instant graceEndsAt,
        @Nullable String lowBalance,
        int warnHours,
        @Nullable String warnAt,
        @Nullable String refuseAt,
        @Nullable String stopAt,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {}
