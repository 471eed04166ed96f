package io.skyholm.support.ticket;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.contract.Refuses;
import io.skyholm.runtime.http.Answers;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;

/** What is said in a ticket, over HTTP. */
@Path("/v1/tickets/{id}/messages")
@Tag(name = "Tickets")
public class TicketMessageResource {

    private final TicketMessages messages;
    private final CurrentCall current;

    TicketMessageResource(TicketMessages messages, CurrentCall current) {
        this.messages = messages;
        this.current = current;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.TICKET, action = Action.UPDATE)
    @Refuses(conflict = "TICKET_CLOSED", shortOf = "QUOTA_EXCEEDED")
    @Operation(
            summary = "Say something in a ticket",
            description =
                    "What the tenant says in a resolved ticket reopens it; what the operator says takes an open one"
                            + " to IN_PROGRESS. A note is for the operator's people alone.")
    public Uni<RestResponse<TicketMessageView>> create(
            @PathParam("id") UUID id, @NotNull @Valid CreateTicketMessage command) {
        return messages.add(current.get(), id, command)
                .map(message -> Answers.created(message, "/v1/tickets/" + id + "/messages/" + message.id()));
    }

    @GET
    @Requires(resource = ResourceType.TICKET, action = Action.READ)
    @Operation(summary = "List what is said in a ticket, newest first")
    public Uni<Page<TicketMessageView>> list(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        return messages.list(current.get(), id, page);
    }

    @GET
    @Path("{messageId}")
    @Requires(resource = ResourceType.TICKET, action = Action.READ)
    @Operation(summary = "Show a message")
    public Uni<RestResponse<TicketMessageView>> get(@PathParam("id") UUID id, @PathParam("messageId") UUID messageId) {
        return messages.get(current.get(), id, messageId).map(Answers::of);
    }

    @PATCH
    @Path("{messageId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(resource = ResourceType.TICKET, action = Action.UPDATE)
    @Operation(summary = "Correct a message", description = "Only who wrote it can.")
    public Uni<RestResponse<TicketMessageView>> change(
            @PathParam("id") UUID id,
            @PathParam("messageId") UUID messageId,
            @NotNull @Valid ChangeTicketMessage command) {
        return messages.change(current.get(), id, messageId, command).map(Answers::of);
    }
}
