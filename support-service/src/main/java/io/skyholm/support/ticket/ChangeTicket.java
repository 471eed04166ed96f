package io.skyholm.support.ticket;

import io.skyholm.events.support.TicketCategory;
import io.skyholm.events.support.TicketPriority;
import io.skyholm.events.support.TicketStatus;
import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Patch;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change of a ticket: a field that is left out stays, one that is null is cleared. */
public record ChangeTicket(
        @Name @Nullable String subject,
        @Nullable TicketCategory category,
        @Nullable TicketPriority priority,
        @Nullable TicketStatus status,
        @Nullable Optional<UUID> assignedTo,
        @Size(max = 32) @Nullable List<@NotNull @Name String> tags) {

    void applyTo(Ticket ticket, Instant now) {
        ticket.subject = Patch.of(subject, ticket.subject);
        ticket.category = Patch.of(category, ticket.category);
        ticket.priority = Patch.of(priority, ticket.priority);
        ticket.tags = tags == null ? ticket.tags : tags.toArray(String[]::new);
        ticket.assignedTo = Patch.of(assignedTo, ticket.assignedTo);
        ticket.become(Patch.status(status, ticket.status, TicketStatus.DELETED), now);
    }

    /** Who shall look after it, where the caller names somebody. */
    @Nullable UUID assignee() {
        return assignedTo == null ? null : assignedTo.orElse(null);
    }

    /** Refuses what a tenant's people have no say in: who works on it, and that somebody does. */
    void checkForTenant() {
        if (assignedTo != null) {
            throw TicketProblems.operatorOnly("assignedTo");
        }
        if (status == TicketStatus.IN_PROGRESS) {
            throw TicketProblems.operatorOnly("the status IN_PROGRESS");
        }
    }
}
