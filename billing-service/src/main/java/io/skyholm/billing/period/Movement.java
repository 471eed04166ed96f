package io.skyholm.billing.period;

import io.skyholm.events.billing.InvoiceLineKind;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What movements of one sort have come to.
 *
 * @param amount what was charged, below zero for what was given back
 */
record Movement(
        InvoiceLineKind kind,
        String description,
        @Nullable UUID planId,
        @Nullable Integer planVersion,
        @Nullable Long resources,
        @Nullable Long hours,
        @Nullable Long gbHours,
        @Nullable BigDecimal unitPrice,
        BigDecimal amount) {}
