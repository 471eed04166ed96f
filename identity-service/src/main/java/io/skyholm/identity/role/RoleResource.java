package io.skyholm.identity.role;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.identity.RoleEvents;
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

/** Roles over HTTP. */
@Path("/v1/roles")
@Tag(
        name = "Roles",
        description = "Named sets of permissions: the built-in ones, and those that a tenant makes for itself.")
public class RoleResource {

    private final Roles roles;
    private final CurrentCall current;
    private final ListWatch watch;

    RoleResource(Roles roles, CurrentCall current, ListWatch watch) {
        this.roles = roles;
        this.current = current;
        this.watch = watch;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.ROLE, action = Action.CREATE)
    @Refuses(conflict = "ROLE_NAME_TAKEN", shortOf = "QUOTA_EXCEEDED")
    @Operation(summary = "Create a role")
    public Uni<RestResponse<RoleView>> create(@NotNull @Valid CreateRole command) {
        return roles.create(current.get(), command).map(role -> Answers.created(role, "/v1/roles/" + role.id()));
    }

    @GET
    @Requires(resource = ResourceType.ROLE, action = Action.READ)
    @Operation(summary = "List roles, newest first")
    public Uni<Page<RoleView>> list(@BeanParam RoleFilter filter, @BeanParam PageRequest page) {
        return roles.list(current.get(), filter, page);
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.ROLE, action = Action.READ)
    @Operation(summary = "Watch the list of roles", description = ListWatch.DESCRIPTION)
    public Multi<OutboundSseEvent> watchList(
            @BeanParam RoleFilter filter, @BeanParam ResumeAfter resume, @Context Sse sse) {
        Call call = current.get();
        return watch.changes(
                sse, resume, WatchedList.of(RoleEvents.CHANGED, rows -> roles.list(call, filter, rows), RoleView::id));
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.ROLE, action = Action.READ)
    @Operation(summary = "Show a role")
    public Uni<RestResponse<RoleView>> get(@PathParam("id") UUID id) {
        return roles.get(current.get(), id).map(Answers::of);
    }

    @PATCH
    @Path("{id}")
    @Requires(resource = ResourceType.ROLE, action = Action.UPDATE)
    @Refuses(conflict = "ROLE_BUILT_IN")
    @Operation(summary = "Change a role")
    public Uni<RestResponse<RoleView>> change(@PathParam("id") UUID id, @NotNull @Valid ChangeRole command) {
        return roles.change(current.get(), id, command).map(Answers::of);
    }

    @DELETE
    @Path("{id}")
    @Requires(resource = ResourceType.ROLE, action = Action.DELETE)
    @Refuses(conflict = {"ROLE_BUILT_IN", "ROLE_IN_USE"})
    @Operation(summary = "Delete a role that nobody holds")
    public Uni<RestResponse<RoleView>> delete(@PathParam("id") UUID id) {
        return roles.delete(current.get(), id).map(Answers::of);
    }
}
