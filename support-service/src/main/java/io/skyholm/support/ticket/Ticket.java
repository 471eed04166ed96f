package io.skyholm.support.ticket;

import io.skyholm.events.support.TicketCategory;
import io.skyholm.events.support.TicketPriority;
import io.skyholm.events.support.TicketStatus;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.tenant.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody asks the operator about. */
@Entity
class Ticket implements Revised {

    @Id
    UUID id;

    UUID tenantId;

    /** Without gaps, whoever's tickets they are. */
    long number;

    String ticketNumber;
    String subject;
    String description;

    @Enumerated(EnumType.STRING)
    TicketCategory category;

    @Enumerated(EnumType.STRING)
    TicketPriority priority;

    @Enumerated(EnumType.STRING)
    TicketStatus status;

    @Nullable UUID userId;

    @Nullable UUID assignedTo;

    String[] tags;

    @Nullable Instant resolvedAt;

    @Nullable Instant closedAt;

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Ticket() {}

    /** One that somebody opens; {@code userId} is whose question it is, if it is not the operator's own. */
    Ticket(UUID tenantId, @Nullable UUID userId, CreateTicket command, long number, Revision revision) {
        this.id = Ids.next();
        this.tenantId = tenantId;
        this.number = number;
        this.ticketNumber = String.format(Locale.ROOT, "T-%06d", number);
        this.subject = command.subject();
        this.description = command.description();
        this.category = command.category();
        this.priority = command.priority();
        this.status = TicketStatus.OPEN;
        this.userId = userId;
        this.tags = command.tags().toArray(String[]::new);
        this.revision = revision;
    }

    /** Makes a move, if it may be made from here; it is none where the status stays. */
    void become(TicketStatus next, Instant now) {
        if (next == status) {
            return;
        }
        TicketMoves.check(status, next);
        resolvedAt = switch (next) {
            case RESOLVED -> now;
            case CLOSED -> resolvedAt;
            case OPEN, IN_PROGRESS, DELETED -> null;
        };
        closedAt = next == TicketStatus.CLOSED ? now : null;
        status = next;
    }

    /** Somebody says something: the operator thereby works on it, and the tenant thereby says that it is not done. */
    void messageAdded(boolean ofOperator, Instant now) {
        if (status == TicketStatus.CLOSED) {
            throw TicketProblems.isClosed();
        }
        if (ofOperator && status == TicketStatus.OPEN) {
            become(TicketStatus.IN_PROGRESS, now);
        } else if (!ofOperator && status == TicketStatus.RESOLVED) {
            become(TicketStatus.OPEN, now);
        }
    }

    void delete() {
        status = TicketStatus.DELETED;
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
