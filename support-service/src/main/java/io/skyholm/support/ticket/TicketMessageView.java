package io.skyholm.support.ticket;

import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Message in a ticket as callers see it. */
@Schema(name = "TicketMessage")
public record TicketMessageView(
        UUID id,
        long generation,
        UUID tenantId,
        UUID ticketId,
        UUID userId,
        String message,
        boolean isInternal,
        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy)
        implements Versioned {}
