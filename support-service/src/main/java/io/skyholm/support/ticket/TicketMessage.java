package io.skyholm.support.ticket;

import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.problem.Problem;
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
    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected TicketMessage() {}

    TicketMessage(UUID tenantId, UUID ticketId, UUID userId, CreateTicketMessage command, Revision revision) {
        this.id = Ids.next();
        this.tenantId = tenantId;
        this.ticketId = ticketId;
        this.userId = userId;
        this.message = command.message();
        this.isInternal = command.isInternal();
        this.revision = revision;
    }

    /** Only who said something can say it better. */
    void correct(Call call, ChangeTicketMessage command) {
        if (!userId.equals(call.caller().id())) {
            throw Problem.forbidden("Only who wrote a message changes it");
        }
        message = command.message();
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
