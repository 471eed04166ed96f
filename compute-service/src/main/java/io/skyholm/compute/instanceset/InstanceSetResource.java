package io.skyholm.compute.instanceset;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.compute.InstanceSetEvents;
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

/** Instance sets over HTTP. */
@Path("/v1/instance-sets")
@Tag(name = "Instance sets", description = "Instances that belong together, and are started and stopped together.")
public class InstanceSetResource {

    private final InstanceSets sets;
    private final CurrentCall current;
    private final ListWatch watch;

    InstanceSetResource(InstanceSets sets, CurrentCall current, ListWatch watch) {
        this.sets = sets;
        this.current = current;
        this.watch = watch;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.INSTANCE_SET, action = Action.CREATE)
    @Refuses(conflict = "INSTANCE_SET_NAME_TAKEN", shortOf = "QUOTA_EXCEEDED")
    @Operation(summary = "Create an instance set")
    public Uni<RestResponse<InstanceSetView>> create(@NotNull @Valid CreateInstanceSet command) {
        return sets.create(current.get(), command).map(set -> Answers.created(set, "/v1/instance-sets/" + set.id()));
    }

    @GET
    @Requires(resource = ResourceType.INSTANCE_SET, action = Action.READ)
    @Operation(summary = "List instance sets, newest first")
    public Uni<Page<InstanceSetView>> list(@BeanParam InstanceSetFilter filter, @BeanParam PageRequest page) {
        return sets.list(current.get(), filter, page);
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.INSTANCE_SET, action = Action.READ)
    @Operation(summary = "Watch the list of instance sets", description = ListWatch.DESCRIPTION)
    public Multi<OutboundSseEvent> watchList(
            @BeanParam InstanceSetFilter filter, @BeanParam ResumeAfter resume, @Context Sse sse) {
        Call call = current.get();
        return watch.changes(
                sse,
                resume,
                WatchedList.of(InstanceSetEvents.CHANGED, rows -> sets.list(call, filter, rows), InstanceSetView::id));
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.INSTANCE_SET, action = Action.READ)
    @Operation(summary = "Show an instance set")
    public Uni<RestResponse<InstanceSetView>> get(@PathParam("id") UUID id) {
        return sets.get(current.get(), id).map(Answers::of);
    }

    @PATCH
    @Path("{id}")
    @Requires(resource = ResourceType.INSTANCE_SET, action = Action.UPDATE)
    @Refuses(conflict = "INSTANCE_SET_NAME_TAKEN")
    @Operation(summary = "Change or archive an instance set")
    public Uni<RestResponse<InstanceSetView>> change(
            @PathParam("id") UUID id, @NotNull @Valid ChangeInstanceSet command) {
        return sets.change(current.get(), id, command).map(Answers::of);
    }

    @DELETE
    @Path("{id}")
    @Requires(resource = ResourceType.INSTANCE_SET, action = Action.DELETE)
    @Refuses(conflict = "INSTANCE_SET_NOT_EMPTY")
    @Operation(summary = "Delete an instance set without members")
    public Uni<RestResponse<InstanceSetView>> delete(@PathParam("id") UUID id) {
        return sets.delete(current.get(), id).map(Answers::of);
    }
}
