package io.skyholm.runtime.sample;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Authenticated;
import io.skyholm.runtime.access.Open;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.http.Answers;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Notes over HTTP. */
@Path("/v1/notes")
@Tag(name = "Notes")
public class NoteResource {

    private final Notes notes;
    private final CurrentCall current;

    NoteResource(Notes notes, CurrentCall current) {
        this.notes = notes;
        this.current = current;
    }

    @POST
    @Requires(resource = ResourceType.TICKET, action = Action.CREATE)
    @Operation(summary = "Write a note")
    public Uni<RestResponse<NoteView>> write(@NotNull @Valid WriteNote command) {
        return notes.write(current.get(), command)
                .map(note -> Answers.created(note, "/v1/notes/" + note.id(), note.generation()));
    }

    @GET
    @Requires(resource = ResourceType.TICKET, action = Action.READ)
    @Operation(summary = "List notes, newest first")
    public Uni<Page<NoteView>> list(@BeanParam NoteFilter filter, @BeanParam PageRequest page) {
        return notes.list(current.get(), filter, page);
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.TICKET, action = Action.READ)
    @Operation(summary = "Show a note")
    public Uni<RestResponse<NoteView>> get(@PathParam("id") UUID id) {
        return notes.get(current.get(), id).map(note -> Answers.of(note, note.generation()));
    }

    @PATCH
    @Path("{id}")
    @Requires(resource = ResourceType.TICKET, action = Action.UPDATE)
    @Operation(summary = "Change a note")
    public Uni<RestResponse<NoteView>> change(@PathParam("id") UUID id, @NotNull @Valid ChangeNote command) {
        return notes.change(current.get(), id, command).map(note -> Answers.of(note, note.generation()));
    }

    @GET
    @Path("own")
    @Authenticated(resource = ResourceType.SESSION, because = "everybody knows who they are")
    @Operation(summary = "Show who looks at notes")
    public Map<String, UUID> own() {
        return Map.of("id", current.get().caller().id());
    }

    @GET
    @Path("weather")
    @Open(because = "The weather is everybody's")
    @Operation(summary = "Show the weather")
    public Map<String, String> weather() {
        return Map.of("sky", "holm");
    }

    @GET
    @Path("closed")
    @Operation(hidden = true)
    public Map<String, String> closed() {
        return Map.of("never", "seen");
    }
}
