package io.skyholm.billing.period;

import static java.time.ZoneOffset.UTC;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of a wallet has not been invoiced yet.
 *
 * @param periodStart when it began
 * @param lastTransactionId the last movement that stands on an invoice
 * @param fraction what the last invoice has left of a coin
 */
record OpenPeriod(
        UUID walletId,
        UUID tenantId,
        String currency,
        Instant periodStart,
        @Nullable UUID lastTransactionId,
        BigDecimal fraction) {

    /** What is charged of a month's last hour is on its way when the month ends. */
    static final Duration SETTLED = Duration.ofHours(1);

    /** So long a month is left open for what its meters are still to be charged. */
    static final Duration LONGEST = Duration.ofDays(1);

    /** When its month ends. */
    Instant end() {
        return periodStart
                .atOffset(UTC)
                .toLocalDate()
                .withDayOfMonth(1)
                .plusMonths(1)
                .atStartOfDay(UTC)
                .toInstant();
    }

    /** When it can be invoiced as a whole. */
    Instant closes() {
        return end().plus(SETTLED);
    }

    /** Whether it is invoiced as it is, since something of it stays open for too long. */
    boolean isOverdue(Instant now) {
        return now.isAfter(end().plus(LONGEST));
    }
}
