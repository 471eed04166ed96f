package io.skyholm.support.ticket;

import static io.skyholm.deletion.DeletionStage.SETTINGS;

import io.quarkus.runtime.Startup;
import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.OwnedAggregates;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.support.TicketEvents;
import io.skyholm.events.support.TicketFact;
import io.skyholm.events.support.TicketStatus;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.aggregate.Owners;
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
import org.jspecify.annotations.Nullable;

/** What can be done with tickets. */
@Startup
@ApplicationScoped
class Tickets {

    /** Whoever opens one waits here for whoever does, so that no number is given without its ticket. */
    private static final String NUMBER = "update ticket_series set last_number = last_number + 1 returning last_number";

    /** Whoever closes one after the other has no more of them in a day than who leaves them open. */
    private static final String THAT_COUNT =
            "deleted_at is null and (status <> 'CLOSED' or closed_at > calendar_now() - interval '1 day')";

    private static final String OF_OPERATOR =
            "select 1 from known_user where id = $1 and status = 'ACTIVE' and roles && $2";

    private final Commands commands;
    private final Aggregate<Ticket, TicketView, TicketFact> tickets;
    private final Owners owners;

    Tickets(Commands commands, Aggregates aggregates, Owners owners) {
        this.commands = commands;
        this.tickets = aggregates
                .of("ticket", Ticket.class, TicketView.class, TicketEvents.TYPES)
                .counted(CountedKind.TICKETS, THAT_COUNT);
        this.owners = owners;
    }

    Uni<TicketView> open(Call call, CreateTicket command) {
        UUID tenant = Owners.ofTenants(call, command.tenantId());
        UUID user = tenant.equals(call.caller().tenantId()) ? call.caller().id() : null;
        return commands.changeOnce(call, command, TicketView.class, work -> owners.check(call, work, tenant)
                .chain(() -> work.value(Long.class, NUMBER))
                .map(number -> new Ticket(tenant, user, command, number.orElseThrow(), tickets.created(call)))
                .chain(ticket -> tickets.insert(work, TicketEvents.OPENED, ticket)));
    }

    Uni<TicketView> change(Call call, UUID id, ChangeTicket command) {
        if (!call.caller().ofPlatform()) {
            command.checkForTenant();
        }
        return commands.change(call, work -> tickets.locked(call, work, id)
                .call(() -> checkAssignee(work, command.assignee()))
                .chain(ticket -> change(call, work, ticket, command)));
    }

    private Uni<TicketView> change(Call call, Work work, Ticket ticket, ChangeTicket command) {
        TicketStatus before = ticket.status;
        UUID assignedBefore = ticket.assignedTo;
        command.applyTo(ticket, work.now());
        boolean isAssigned = ticket.assignedTo != null && !ticket.assignedTo.equals(assignedBefore);
        return tickets.save(call, work, TicketMoves.event(before, ticket.status, isAssigned), ticket);
    }

    private static Uni<Void> checkAssignee(Work work, @Nullable UUID assignee) {
        return assignee == null
                ? Uni.createFrom().voidItem()
                : work.some(
                        TicketProblems::notOfOperator,
                        OF_OPERATOR,
                        assignee,
                        BuiltInRole.ofPlatform().toArray(String[]::new));
    }

    Uni<TicketView> delete(Call call, UUID id) {
        return commands.change(call, work -> tickets.locked(call, work, id)
                .invoke(Ticket::delete)
                .chain(ticket -> tickets.delete(call, work, TicketEvents.DELETED, ticket)));
    }

    /** One that the caller may see. */
    Uni<TicketView> get(Call call, UUID id) {
        return tickets.get(call, id);
    }

    Uni<Page<TicketView>> list(Call call, TicketFilter filter, ListPart page) {
        return tickets.list(call, filter, page);
    }

    /** The caller says something in it that all who see the ticket may read: it is no more where it was, and says so. */
    Uni<TicketView> messageAdded(Call call, Work work, UUID id) {
        boolean ofOperator = call.caller().ofPlatform();
        return tickets.required(work, id)
                .invoke(ticket -> ticket.messageAdded(ofOperator, work.now()))
                .chain(ticket -> tickets.save(
                        call, work, ofOperator ? TicketEvents.ANSWERED : TicketEvents.FOLLOWED_UP, ticket));
    }

    /** One that is not deleted, which stays as it is. */
    Uni<TicketView> forNote(Work work, UUID id) {
        return tickets.required(work, id).map(tickets::view);
    }

    /** They go with their tenant. */
    @Produces
    @Singleton
    DataHolder ofDeletedTenant() {
        return OwnedAggregates.ofTenant(SETTINGS, "tickets", tickets, TicketEvents.DELETED)
                .changing(Ticket::delete);
    }
}
