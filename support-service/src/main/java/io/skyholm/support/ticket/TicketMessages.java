package io.skyholm.support.ticket;

import static io.skyholm.deletion.DeletionStage.SETTINGS;

import io.quarkus.runtime.Startup;
import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.Rows;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.support.TicketMessageEvents;
import io.skyholm.events.support.TicketMessageFact;
import io.skyholm.events.support.TicketNoteEvents;
import io.skyholm.events.support.TicketNoteFact;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.UUID;

/** What can be said in tickets. Notes are rows like messages; what is told of them is told to the platform alone. */
@Startup
@ApplicationScoped
class TicketMessages {

    private static final String OF_TENANT_TODAY =
            "not is_internal and not of_operator and created_at > calendar_now() - interval '1 day'";

    private final Commands commands;
    private final Aggregate<TicketMessage, TicketMessageView, TicketMessageFact> messages;
    private final Aggregate<TicketMessage, TicketMessageView, TicketMessageFact> answers;
    private final Aggregate<TicketMessage, TicketMessageView, TicketNoteFact> notes;
    private final Tickets tickets;

    TicketMessages(Commands commands, Aggregates aggregates, Tickets tickets) {
        this.commands = commands;
        this.messages = aggregates
                .of("message", TicketMessage.class, TicketMessageView.class, TicketMessageEvents.TYPES)
                .counted(CountedKind.TICKET_MESSAGES, OF_TENANT_TODAY);
        this.answers =
                aggregates.of("message", TicketMessage.class, TicketMessageView.class, TicketMessageEvents.TYPES);
        this.notes = aggregates.of("message", TicketMessage.class, TicketMessageView.class, TicketNoteEvents.TYPES);
        this.tickets = tickets;
    }

    Uni<TicketMessageView> add(Call call, UUID ticketId, CreateTicketMessage command) {
        if (command.isInternal() && !call.caller().ofPlatform()) {
            throw TicketProblems.operatorOnly("isInternal");
        }
        return commands.changeOnce(
                call,
                command,
                TicketMessageView.class,
                work -> command.isInternal()
                        ? tickets.forNote(work, ticketId)
                                .chain(ticket -> notes.insert(work, TicketNoteEvents.ADDED, of(call, ticket, command)))
                        : tickets.messageAdded(call, work, ticketId).chain(ticket -> said(call)
                                .insert(work, TicketMessageEvents.ADDED, of(call, ticket, command))));
    }

    /** What the operator says counts for no tenant. */
    private Aggregate<TicketMessage, TicketMessageView, TicketMessageFact> said(Call call) {
        return call.caller().ofPlatform() ? answers : messages;
    }

    private TicketMessage of(Call call, TicketView ticket, CreateTicketMessage command) {
        return new TicketMessage(ticket, call.caller(), command, messages.created(call));
    }

    Uni<TicketMessageView> change(Call call, UUID ticketId, UUID id, ChangeTicketMessage command) {
        return commands.change(call, work -> messages.locked(call, work, id)
                .invoke(message -> checkTicket(message.ticketId, ticketId))
                .invoke(message -> message.correct(call, command))
                .chain(message -> save(call, work, message)));
    }

    private Uni<TicketMessageView> save(Call call, Work work, TicketMessage message) {
        return message.isInternal
                ? notes.save(call, work, TicketNoteEvents.CHANGED, message)
                : messages.save(call, work, TicketMessageEvents.CHANGED, message);
    }

    Uni<TicketMessageView> get(Call call, UUID ticketId, UUID id) {
        return messages.get(call, id).invoke(message -> checkTicket(message.ticketId(), ticketId));
    }

    private static void checkTicket(UUID ticketId, UUID asked) {
        if (!ticketId.equals(asked)) {
            throw TicketProblems.noSuchMessage();
        }
    }

    Uni<Page<TicketMessageView>> list(Call call, UUID ticketId, ListPart page) {
        return tickets.get(call, ticketId)
                .chain(ticket -> messages.page(call, messages.query().where("ticket_id = ?", ticketId), page));
    }

    /** They go with their tenant. */
    @Produces
    @Singleton
    static DataHolder ofDeletedTenant() {
        return Rows.ofTenant(SETTINGS, "ticketMessages", "ticket_message");
    }
}
