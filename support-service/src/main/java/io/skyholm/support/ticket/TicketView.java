package io.skyholm.support.ticket;

import io.skyholm.events.support.TicketCategory;
import io.skyholm.events.support.TicketPriority;
import io.skyholm.events.support.TicketStatus;
import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Ticket as callers see it. */
@Schema(name = "Ticket")
public record TicketView(
        UUID id,
        long generation,
        UUID tenantId,
        String ticketNumber,
        String subject,
        String description,
        TicketCategory category,
        TicketPriority priority,
        TicketStatus status,
        @Nullable UUID userId,
        @Nullable UUID assignedTo,
        List<String> tags,
        @Nullable Instant resolvedAt,
        @Nullable Instant closedAt,
        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy,
        @Nullable Instant deletedAt)
        implements Versioned {}
