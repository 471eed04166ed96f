package io.skyholm.billing.period;

import io.skyholm.billing.meter.ResourceKind;
import io.skyholm.events.billing.InvoiceLineKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one thing adds to a line of an invoice.
 *
 * @param resourceId what was used
 * @param meterId the meter of it: one for each tenant that had it
 * @param firstHour when the first of its hours begins
 * @param lastHour when the last of them begins
 */
public record UsedResource(
        InvoiceLineKind kind,
        UUID planId,
        int planVersion,
        String planName,
        ResourceKind resourceType,
        UUID resourceId,
        UUID meterId,
        @Nullable String name,
        long hours,
        Instant firstHour,
        Instant lastHour,
        BigDecimal amount) {}
