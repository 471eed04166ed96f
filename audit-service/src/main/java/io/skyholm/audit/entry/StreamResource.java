package io.skyholm.audit.entry;

import io.skyholm.audit.AuditSettings;
import io.skyholm.audit.chain.EntryJson;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.contract.StreamedEvent;
import io.skyholm.runtime.tenant.TenantScope;
import io.skyholm.streams.LastEventId;
import io.skyholm.streams.LiveStream;
import io.skyholm.streams.StreamFormat;
import io.skyholm.streams.StreamLimits;
import io.skyholm.streams.StreamPage;
import io.skyholm.streams.Subscriber;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Audit entries as they are recorded, for a SIEM. */
@Path("/v1/audit-entries/stream")
@Tag(name = "Audit")
public class StreamResource {

    private static final int PAGE = 500;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final String EVENT = "audit";
    private static final StreamFormat<EntryRow> FORMAT =
            new StreamFormat<>(EVENT, EntryRow::position, row -> EntryJson.line(row.entry()));

    private final AuditStore store;
    private final LiveStream<EntryRow> live;
    private final CurrentCall current;

    StreamResource(AuditStore store, AuditSettings settings, CurrentCall current) {
        this.store = store;
        StreamLimits.Watchers watchers =
                new StreamLimits.Watchers(settings.streams(), settings.streamsOfTenant(), settings.streamsOfCaller());
        this.live = new LiveStream<>(new StreamLimits(watchers, PAUSE, settings.watch()), FORMAT);
        this.current = current;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @StreamedEvent(EVENT)
    @Requires(resource = ResourceType.AUDIT_ENTRY, action = Action.READ)
    @Operation(
            operationId = "auditEntries.watch",
            summary = "Watch audit entries as they are recorded",
            description =
                    "Server-sent events, for an hour at most. Resume with Last-Event-ID; 0 begins at the beginning.")
    @APIResponse(
            responseCode = "200",
            description = "An entry as the data of each event, and its place as the event's id",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)))
    public Multi<OutboundSseEvent> watch(
            @BeanParam AuditFilter filter,
            @HeaderParam(LastEventId.HEADER) @Parameter(description = "The id of the last event that arrived") @Nullable String last,
            @Context Sse sse) {
        Subscriber subscriber = Subscriber.of(current);
        live.requireRoom(subscriber);
        TenantScope scope = subscriber.caller().scope();
        Uni<Long> position = last == null ? store.last() : Uni.createFrom().item(LastEventId.position(last));
        return position.onItem()
                .transformToMulti(from -> live.events(sse, subscriber, from, behind -> found(scope, filter, behind)));
    }

    /** What was recorded last is asked first: whatever comes after that answer is left to the next look. */
    private Uni<StreamPage<EntryRow>> found(TenantScope scope, AuditFilter filter, long position) {
        return store.last().chain(last -> {
            if (last <= position) {
                return Uni.createFrom().item(StreamPage.<EntryRow>nothing(position));
            }
            return store.recorded(scope, filter, position, PAGE).map(rows -> StreamPage.of(rows, last, PAGE));
        });
    }
}
