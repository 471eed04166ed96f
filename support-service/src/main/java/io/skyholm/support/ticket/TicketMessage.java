package io.skyholm.support.ticket;

import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.tenant.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** What somebody says in a ticket, to all who see it or as a note to the operator's people alone. */
@Entity
class TicketMessage implements Revised {

    @Id
    UUID id;

    UUID tenantId;
    UUID ticketId;
    UUID userId;
    String message;
    boolean isInternal;
    boolean ofOperator;
    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected TicketMessage() {}

    TicketMessage(TicketView ticket, Caller author, CreateTicketMessage command, Revision revision) {
        this.id = Ids.next();
        this.tenantId = ticket.tenantId();
        this.ticketId = ticket.id();
        this.userId = author.id();
        this.ofOperator = author.ofPlatform();
        this.message = command.message();
        this.isInternal = command.isInternal();
        this.revision = revision;
    }

    /** Only who said something can say it better. */
    void correct(Call call, ChangeTicketMessage command) {
        if (!userId.equals(call.caller().id())) {
            throw TicketProblems.notYours();
        }
        message = command.message();
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
