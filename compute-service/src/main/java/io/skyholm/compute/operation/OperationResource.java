package io.skyholm.compute.operation;

import io.skyholm.events.EventJson;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.http.Answers;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Operations over HTTP. */
@Path("/v1/operations")
@Tag(name = "Operations")
public class OperationResource {

    private final Operations operations;
    private final OperationWatch watch;
    private final CurrentCall current;

    OperationResource(Operations operations, OperationWatch watch, CurrentCall current) {
        this.operations = operations;
        this.watch = watch;
        this.current = current;
    }

    @GET
    @Requires(resource = ResourceType.OPERATION, action = Action.READ)
    @Operation(summary = "List operations, newest first")
    public Uni<Page<OperationView>> list(@BeanParam OperationFilter filter, @BeanParam PageRequest page) {
        return operations.list(current.get(), filter, page);
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.OPERATION, action = Action.READ)
    @Operation(summary = "Show an operation with its steps")
    public Uni<RestResponse<OperationView>> get(@PathParam("id") UUID id) {
        return operations.get(current.get(), id).map(Answers::of);
    }

    @GET
    @Path("{id}/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.OPERATION, action = Action.READ)
    @Operation(
            summary = "Watch an operation until it ends",
            description = "Server-sent events: the operation as it is, and again after each change.")
    @APIResponse(
            responseCode = "200",
            description = "The operation as the data of each event, and its generation as the event's id",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)))
    public Multi<OutboundSseEvent> watch(@PathParam("id") UUID id, @Context Sse sse) {
        watch.requireRoom();
        Call call = current.get();
        return operations
                .get(call, id)
                .onItem()
                .transformToMulti(first -> watch.of(call.caller().scope(), first))
                .map(seen -> event(sse, seen));
    }

    @POST
    @Path("{id}/cancel")
    @Requires(resource = ResourceType.OPERATION, action = Action.EXECUTE)
    @Operation(summary = "Cancel an operation and release what it claimed")
    public Uni<RestResponse<OperationView>> cancel(@PathParam("id") UUID id) {
        return operations.cancel(current.get(), id).map(Answers::of);
    }

    @POST
    @Path("{id}/retry")
    @Requires(resource = ResourceType.OPERATION, action = Action.EXECUTE)
    @Operation(summary = "Retry a failed operation; returns a new operation")
    public Uni<RestResponse<OperationView>> retry(@PathParam("id") UUID id) {
        return operations.retry(current.get(), id).map(Accepted::of);
    }

    private static OutboundSseEvent event(Sse sse, OperationView seen) {
        return sse.newEventBuilder()
                .id(Long.toString(seen.generation()))
                .name("operation")
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .data(String.class, EventJson.write(seen))
                .build();
    }
}
