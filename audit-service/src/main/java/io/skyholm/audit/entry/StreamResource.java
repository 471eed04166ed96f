package io.skyholm.audit.entry;

import io.skyholm.audit.chain.EntryJson;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.tenant.TenantScope;
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
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final Pattern POSITION = Pattern.compile("\\d{1,18}");

    private final LiveStream live;
    private final CurrentCall current;

    StreamResource(LiveStream live, CurrentCall current) {
        this.live = live;
        this.current = current;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.AUDIT_ENTRY, action = Action.READ)
    @Operation(
            summary = "Watch audit entries as they are recorded",
            description =
                    "Server-sent events, for an hour at most. Resume with Last-Event-ID; 0 begins at the beginning.")
    @APIResponse(
            responseCode = "200",
            description = "An entry as the data of each event, and its place as the event's id",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)))
    public Multi<OutboundSseEvent> watch(
            @BeanParam AuditFilter filter,
            @HeaderParam(LAST_EVENT_ID) @Parameter(description = "The id of the last event that arrived") @Nullable String last,
            @Context Sse sse) {
        live.requireRoom();
        TenantScope scope = current.get().caller().scope();
        Uni<Long> position = last == null ? live.now() : Uni.createFrom().item(position(last));
        return position.onItem()
                .transformToMulti(from -> live.from(scope, filter, from))
                .onItem()
                .transformToIterable(page -> events(sse, page));
    }

    private static long position(String last) {
        if (!POSITION.matcher(last).matches()) {
            throw Problem.invalid(LAST_EVENT_ID, "must be the id of an event of this stream");
        }
        return Long.parseLong(last);
    }

    private static List<OutboundSseEvent> events(Sse sse, List<EntryRow> page) {
        if (page.isEmpty()) {
            return List.of(sse.newEventBuilder().comment("still here").build());
        }
        Stream<OutboundSseEvent> events = page.stream().map(row -> sse.newEventBuilder()
                .id(Long.toString(row.position()))
                .name("audit")
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .data(String.class, EntryJson.line(row.entry()))
                .build());
        return events.toList();
    }
}
