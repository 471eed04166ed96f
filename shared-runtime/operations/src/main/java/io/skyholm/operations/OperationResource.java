package io.skyholm.operations;

import io.skyholm.events.EventJson;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.operation.OperationEvents;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.contract.Refuses;
import io.skyholm.runtime.contract.StreamedEvent;
import io.skyholm.runtime.http.Answers;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.streams.LastEventId;
import io.skyholm.streams.ListWatch;
import io.skyholm.streams.LiveStream;
import io.skyholm.streams.ResumeAfter;
import io.skyholm.streams.StreamFormat;
import io.skyholm.streams.StreamLimits;
import io.skyholm.streams.StreamPage;
import io.skyholm.streams.Subscriber;
import io.skyholm.streams.WatchedList;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;
import org.jspecify.annotations.Nullable;

/** Operations over HTTP. */
@Path("/v1/operations")
@Tag(
        name = "Operations",
        description = "Changes that take time: their progress, and how they are cancelled and retried.")
public class OperationResource {

    private static final StreamLimits LIMITS =
            new StreamLimits(new StreamLimits.Watchers(200, 50, 20), Duration.ofMillis(300), Duration.ofDays(1));
    private static final String OPERATION = "operation";
    private static final StreamFormat<OperationView> FORMAT =
            new StreamFormat<>(OPERATION, OperationView::generation, EventJson::write);

    /** The position of who has seen nothing yet: the first generation is 1. */
    private static final long BEGINNING = 0;

    private final Operations operations;
    private final CurrentCall current;
    private final ListWatch watch;
    private final OperationEvents events;
    private final LiveStream<OperationView> live = new LiveStream<>(LIMITS, FORMAT);

    OperationResource(Operations operations, CurrentCall current, ListWatch watch, OperationContract contract) {
        this.operations = operations;
        this.current = current;
        this.watch = watch;
        this.events = contract.events();
    }

    @GET
    @Requires(resource = ResourceType.OPERATION, action = Action.READ)
    @Operation(summary = "List operations, newest first")
    public Uni<Page<OperationView>> list(@BeanParam OperationFilter filter, @BeanParam PageRequest page) {
        return operations.list(current.get(), filter, page);
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.OPERATION, action = Action.READ)
    @Operation(summary = "Watch the list of operations", description = ListWatch.DESCRIPTION)
    public Multi<OutboundSseEvent> watchList(
            @BeanParam OperationFilter filter, @BeanParam ResumeAfter resume, @Context Sse sse) {
        Call call = current.get();
        return watch.changes(
                sse,
                resume,
                WatchedList.of(events.started(), rows -> operations.list(call, filter, rows), OperationView::id));
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
    @BeforeStreaming
    @StreamedEvent(OPERATION)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.OPERATION, action = Action.READ)
    @Operation(
            summary = "Watch an operation until it ends",
            description = "Server-sent events: the operation as it is, and again after each change. "
                    + "Resume with Last-Event-ID.")
    @APIResponse(
            responseCode = "200",
            description = "The operation as the data of each event, and its generation as the event's id",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)))
    public Multi<OutboundSseEvent> watch(
            @PathParam("id") UUID id,
            @HeaderParam(LastEventId.HEADER) @Parameter(description = "The id of the last event that arrived") @Nullable String last,
            @Context Sse sse) {
        Subscriber subscriber = Subscriber.of(current);
        live.requireRoom(subscriber);
        long position = last == null ? BEGINNING : LastEventId.position(last);
        Call call = current.get();
        return live.events(
                sse, subscriber, position, from -> operations.get(call, id).map(now -> page(now, from)));
    }

    private static StreamPage<OperationView> page(OperationView seen, long position) {
        List<OperationView> news = seen.generation() > position ? List.of(seen) : List.of();
        return new StreamPage<>(news, seen.generation(), false, seen.endedAt() != null);
    }

    @POST
    @Path("{id}/cancel")
    @Requires(resource = ResourceType.OPERATION, action = Action.EXECUTE)
    @Refuses(conflict = {"OPERATION_ENDED", "OPERATION_NOT_CANCELLABLE"})
    @Operation(
            summary = "Cancel an operation and release what it claimed",
            description = "Needs the permission of what the operation does, too: INSTANCE:DELETE to cancel a DELETE.")
    public Uni<RestResponse<OperationView>> cancel(@PathParam("id") UUID id) {
        return operations.cancel(current.get(), id).map(Answers::of);
    }

    @POST
    @Path("{id}/retry")
    @ResponseStatus(StatusCode.ACCEPTED)
    @Requires(resource = ResourceType.OPERATION, action = Action.EXECUTE)
    @Refuses(conflict = {"OPERATION_NOT_FAILED", "RETRY_THE_PARTS", Refuses.MORE})
    @Operation(
            summary = "Retry an operation that failed or was cancelled; returns a new operation",
            description = "Needs the permission of what the operation does, too: INSTANCE:DELETE to retry a DELETE."
                    + " What refuses the direct call, such as deletion protection, refuses the retry.")
    public Uni<RestResponse<OperationView>> retry(@PathParam("id") UUID id) {
        return operations.retry(current.get(), id).map(Accepted::of);
    }
}
