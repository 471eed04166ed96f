package io.skyholm.compute.stackscript;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.compute.StackScriptEvents;
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

/** StackScripts over HTTP. */
@Path("/v1/stack-scripts")
@Tag(name = "StackScripts", description = "Scripts with variables that an instance runs at its first start.")
public class StackScriptResource {

    private final StackScripts scripts;
    private final CurrentCall current;
    private final ListWatch watch;

    StackScriptResource(StackScripts scripts, CurrentCall current, ListWatch watch) {
        this.scripts = scripts;
        this.current = current;
        this.watch = watch;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.STACK_SCRIPT, action = Action.CREATE)
    @Refuses(conflict = "STACK_SCRIPT_NAME_TAKEN", shortOf = "QUOTA_EXCEEDED")
    @Operation(summary = "Create a StackScript")
    public Uni<RestResponse<StackScriptView>> create(@NotNull @Valid CreateStackScript command) {
        return scripts.create(current.get(), command)
                .map(made -> Answers.created(made, "/v1/stack-scripts/" + made.id()));
    }

    @GET
    @Requires(resource = ResourceType.STACK_SCRIPT, action = Action.READ)
    @Operation(summary = "List available StackScripts, newest first")
    public Uni<Page<StackScriptView>> list(@BeanParam StackScriptFilter filter, @BeanParam PageRequest page) {
        return scripts.list(current.get(), filter, page);
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.STACK_SCRIPT, action = Action.READ)
    @Operation(summary = "Watch the list of available StackScripts", description = ListWatch.DESCRIPTION)
    public Multi<OutboundSseEvent> watchList(
            @BeanParam StackScriptFilter filter, @BeanParam ResumeAfter resume, @Context Sse sse) {
        Call call = current.get();
        return watch.changes(
                sse,
                resume,
                WatchedList.of(
                        StackScriptEvents.CHANGED, rows -> scripts.list(call, filter, rows), StackScriptView::id));
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.STACK_SCRIPT, action = Action.READ)
    @Operation(summary = "Show a StackScript")
    public Uni<RestResponse<StackScriptView>> get(@PathParam("id") UUID id) {
        return scripts.get(current.get(), id).map(Answers::of);
    }

    @PATCH
    @Path("{id}")
    @Requires(resource = ResourceType.STACK_SCRIPT, action = Action.UPDATE)
    @Refuses(conflict = "STACK_SCRIPT_NAME_TAKEN")
    @Operation(summary = "Change a StackScript")
    public Uni<RestResponse<StackScriptView>> change(
            @PathParam("id") UUID id, @NotNull @Valid ChangeStackScript command) {
        return scripts.change(current.get(), id, command).map(Answers::of);
    }

    @DELETE
    @Path("{id}")
    @Requires(resource = ResourceType.STACK_SCRIPT, action = Action.DELETE)
    @Operation(summary = "Delete a StackScript")
    public Uni<RestResponse<StackScriptView>> delete(@PathParam("id") UUID id) {
        return scripts.delete(current.get(), id).map(Answers::of);
    }
}
