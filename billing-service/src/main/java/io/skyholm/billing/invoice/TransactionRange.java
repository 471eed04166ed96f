package io.skyholm.billing.invoice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which movements of a wallet an invoice documents: those behind one transaction, up to another. Their ids follow each other, so that each is on
 * one invoice.
 *
 * @param from when the period begins
 * @param until when it ends
 * @param after the last transaction of the invoice before
 */
public record TransactionRange(
        Instant from, Instant until, @Nullable UUID after, UUID last) {}
