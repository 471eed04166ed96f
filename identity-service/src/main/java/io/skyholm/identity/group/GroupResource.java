package io.skyholm.identity.group;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.identity.GroupEvents;
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

/** Groups over HTTP. */
@Path("/v1/groups")
@Tag(name = "Groups", description = "A tree of a tenant's users, with limits of their own.")
public class GroupResource {

    private final Groups groups;
    private final CurrentCall current;
    private final ListWatch watch;

    GroupResource(Groups groups, CurrentCall current, ListWatch watch) {
        this.groups = groups;
        this.current = current;
        this.watch = watch;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.USER_GROUP, action = Action.CREATE)
    @Refuses(
            conflict = {"GROUP_NAME_TAKEN", "GROUP_TOO_DEEP"},
            shortOf = "QUOTA_EXCEEDED")
    @Operation(summary = "Create a group")
    public Uni<RestResponse<GroupView>> create(@NotNull @Valid CreateGroup command) {
        return groups.create(current.get(), command).map(group -> Answers.created(group, "/v1/groups/" + group.id()));
    }

    @GET
    @Requires(resource = ResourceType.USER_GROUP, action = Action.READ)
    @Operation(summary = "List groups, newest first")
    public Uni<Page<GroupView>> list(@BeanParam GroupFilter filter, @BeanParam PageRequest page) {
        return groups.list(current.get(), filter, page);
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.USER_GROUP, action = Action.READ)
    @Operation(summary = "Watch the list of groups", description = ListWatch.DESCRIPTION)
    public Multi<OutboundSseEvent> watchList(
            @BeanParam GroupFilter filter, @BeanParam ResumeAfter resume, @Context Sse sse) {
        Call call = current.get();
        return watch.changes(
                sse,
                resume,
                WatchedList.of(GroupEvents.CHANGED, rows -> groups.list(call, filter, rows), GroupView::id));
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.USER_GROUP, action = Action.READ)
    @Operation(summary = "Show a group")
    public Uni<RestResponse<GroupView>> get(@PathParam("id") UUID id) {
        return groups.get(current.get(), id).map(Answers::of);
    }

    @PATCH
    @Path("{id}")
    @Requires(resource = ResourceType.USER_GROUP, action = Action.UPDATE)
    @Refuses(conflict = {"GROUP_CYCLE", "GROUP_NAME_TAKEN", "GROUP_TOO_DEEP"})
    @Operation(summary = "Change a group")
    public Uni<RestResponse<GroupView>> change(@PathParam("id") UUID id, @NotNull @Valid ChangeGroup command) {
        return groups.change(current.get(), id, command).map(Answers::of);
    }

    @DELETE
    @Path("{id}")
    @Requires(resource = ResourceType.USER_GROUP, action = Action.DELETE)
    @Refuses(conflict = "GROUP_NOT_EMPTY")
    @Operation(summary = "Delete a group that is empty")
    public Uni<RestResponse<GroupView>> delete(@PathParam("id") UUID id) {
        return groups.delete(current.get(), id).map(Answers::of);
    }
}
