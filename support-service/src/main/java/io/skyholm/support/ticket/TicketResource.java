package io.skyholm.support.ticket;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.support.TicketEvents;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.contract.Refuses;
import io.skyholm.runtime.http.Answers;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.streams.ListWatch;
import io.skyholm.streams.ResumeAfter;
import io.skyholm.streams.WatchedList;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;

/** Tickets over HTTP. */
@Path("/v1/tickets")
@Tag(name = "Tickets", description = "What people ask the operator about, and what is said about it.")
public class TicketResource {

    private final Tickets tickets;
    private final CurrentCall current;
    private final ListWatch watch;

    TicketResource(Tickets tickets, CurrentCall current, ListWatch watch) {
        this.tickets = tickets;
        this.current = current;
        this.watch = watch;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.TICKET, action = Action.CREATE)
    @Refuses(shortOf = "QUOTA_EXCEEDED")
    @Operation(summary = "Open a ticket")
    public Uni<RestResponse<TicketView>> create(@NotNull @Valid CreateTicket command) {
        return tickets.open(current.get(), command)
                .map(ticket -> Answers.created(ticket, "/v1/tickets/" + ticket.id()));
    }

    @GET
    @Requires(resource = ResourceType.TICKET, action = Action.READ)
    @Operation(summary = "List tickets, newest first")
    public Uni<Page<TicketView>> list(@Valid @BeanParam TicketFilter filter, @BeanParam PageRequest page) {
        return tickets.list(current.get(), filter, page);
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.TICKET, action = Action.READ)
    @Operation(summary = "Watch the list of tickets", description = ListWatch.DESCRIPTION)
    public Multi<OutboundSseEvent> watchList(
            @Valid @BeanParam TicketFilter filter, @BeanParam ResumeAfter resume, @Context Sse sse) {
        Call call = current.get();
        return watch.changes(
                sse,
                resume,
                WatchedList.of(TicketEvents.CHANGED, rows -> tickets.list(call, filter, rows), TicketView::id));
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.TICKET, action = Action.READ)
    @Operation(summary = "Show a ticket")
    public Uni<RestResponse<TicketView>> get(@PathParam("id") UUID id) {
        return tickets.get(current.get(), id).map(Answers::of);
    }

    @PATCH
    @Path("{id}")
    @Requires(resource = ResourceType.TICKET, action = Action.UPDATE)
    @Refuses(conflict = "TICKET_STATUS")
    @Operation(
            summary = "Change a ticket",
            description =
                    "Its status goes from OPEN to IN_PROGRESS, RESOLVED and CLOSED, and back to OPEN, which reopens it. Who"
                            + " looks after it, and that somebody works on it, the operator says.")
    public Uni<RestResponse<TicketView>> change(@PathParam("id") UUID id, @NotNull @Valid ChangeTicket command) {
        return tickets.change(current.get(), id, command).map(Answers::of);
    }

    @DELETE
    @Path("{id}")
    @Requires(resource = ResourceType.TICKET, action = Action.DELETE)
    @Operation(summary = "Delete a ticket, with all that was said in it")
    public Uni<RestResponse<TicketView>> delete(@PathParam("id") UUID id) {
        return tickets.delete(current.get(), id).map(Answers::of);
    }
}
