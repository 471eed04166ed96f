package io.skyholm.compute.pool;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.compute.PoolEvents;
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

/** Compute pools over HTTP. */
@Path("/v1/compute-pools")
@Tag(name = "Compute pools", description = "Machines of a data centre among which instances are placed.")
public class PoolResource {

    private final Pools pools;
    private final CurrentCall current;
    private final ListWatch watch;

    PoolResource(Pools pools, CurrentCall current, ListWatch watch) {
        this.pools = pools;
        this.current = current;
        this.watch = watch;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.RESOURCE_POOL, action = Action.CREATE)
    @Refuses(conflict = "POOL_NAME_TAKEN")
    @Operation(summary = "Create a compute pool")
    public Uni<RestResponse<PoolView>> create(@NotNull @Valid CreatePool command) {
        return pools.create(current.get(), command)
                .map(made -> Answers.created(made, "/v1/compute-pools/" + made.id()));
    }

    @GET
    @Requires(resource = ResourceType.RESOURCE_POOL, action = Action.READ)
    @Operation(summary = "List compute pools, newest first")
    public Uni<Page<PoolView>> list(@BeanParam PoolFilter filter, @BeanParam PageRequest page) {
        return pools.list(current.get(), filter, page);
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.RESOURCE_POOL, action = Action.READ)
    @Operation(summary = "Watch the list of compute pools", description = ListWatch.DESCRIPTION)
    public Multi<OutboundSseEvent> watchList(
            @BeanParam PoolFilter filter, @BeanParam ResumeAfter resume, @Context Sse sse) {
        Call call = current.get();
        return watch.changes(
                sse, resume, WatchedList.of(PoolEvents.CHANGED, rows -> pools.list(call, filter, rows), PoolView::id));
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.RESOURCE_POOL, action = Action.READ)
    @Operation(summary = "Show a compute pool")
    public Uni<RestResponse<PoolView>> get(@PathParam("id") UUID id) {
        return pools.get(current.get(), id).map(Answers::of);
    }

    @PATCH
    @Path("{id}")
    @Requires(resource = ResourceType.RESOURCE_POOL, action = Action.UPDATE)
    @Refuses(conflict = {"ALREADY_PROMISED", "POOL_NAME_TAKEN"})
    @Operation(summary = "Change a compute pool")
    public Uni<RestResponse<PoolView>> change(@PathParam("id") UUID id, @NotNull @Valid ChangePool command) {
        return pools.change(current.get(), id, command).map(Answers::of);
    }

    @DELETE
    @Path("{id}")
    @Requires(resource = ResourceType.RESOURCE_POOL, action = Action.DELETE)
    @Refuses(conflict = "POOL_NOT_EMPTY")
    @Operation(summary = "Delete a compute pool that has no machines left")
    public Uni<RestResponse<PoolView>> delete(@PathParam("id") UUID id) {
        return pools.delete(current.get(), id).map(Answers::of);
    }
}
