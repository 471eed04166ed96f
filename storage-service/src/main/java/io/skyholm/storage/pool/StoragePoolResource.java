package io.skyholm.storage.pool;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.storage.StoragePoolEvents;
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

/** Storage pools over HTTP. */
@Path("/v1/storage-pools")
@Tag(name = "Storage pools", description = "Room for disks of one type in a data centre.")
public class StoragePoolResource {

    private final StoragePools pools;
    private final CurrentCall current;
    private final ListWatch watch;

    StoragePoolResource(StoragePools pools, CurrentCall current, ListWatch watch) {
        this.pools = pools;
        this.current = current;
        this.watch = watch;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.RESOURCE_POOL, action = Action.CREATE)
    @Refuses(conflict = {"MACHINE_HAS_A_POOL", "POOL_NAME_TAKEN"})
    @Operation(summary = "Create a storage pool")
    public Uni<RestResponse<StoragePoolView>> create(@NotNull @Valid CreateStoragePool command) {
        return pools.create(current.get(), command)
                .map(made -> Answers.created(made, "/v1/storage-pools/" + made.id()));
    }

    @GET
    @Requires(resource = ResourceType.RESOURCE_POOL, action = Action.READ)
    @Operation(summary = "List storage pools, newest first")
    public Uni<Page<StoragePoolView>> list(@BeanParam StoragePoolFilter filter, @BeanParam PageRequest page) {
        return pools.list(current.get(), filter, page);
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.RESOURCE_POOL, action = Action.READ)
    @Operation(summary = "Watch the list of storage pools", description = ListWatch.DESCRIPTION)
    public Multi<OutboundSseEvent> watchList(
            @BeanParam StoragePoolFilter filter, @BeanParam ResumeAfter resume, @Context Sse sse) {
        Call call = current.get();
        return watch.changes(
                sse,
                resume,
                WatchedList.of(StoragePoolEvents.CHANGED, rows -> pools.list(call, filter, rows), StoragePoolView::id));
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.RESOURCE_POOL, action = Action.READ)
    @Operation(summary = "Show a storage pool")
    public Uni<RestResponse<StoragePoolView>> get(@PathParam("id") UUID id) {
        return pools.get(current.get(), id).map(Answers::of);
    }

    @PATCH
    @Path("{id}")
    @Requires(resource = ResourceType.RESOURCE_POOL, action = Action.UPDATE)
    @Refuses(conflict = {"POOL_HOLDS_MORE", "POOL_NAME_TAKEN"})
    @Operation(summary = "Change a storage pool")
    public Uni<RestResponse<StoragePoolView>> change(
            @PathParam("id") UUID id, @NotNull @Valid ChangeStoragePool command) {
        return pools.change(current.get(), id, command).map(Answers::of);
    }

    @DELETE
    @Path("{id}")
    @Requires(resource = ResourceType.RESOURCE_POOL, action = Action.DELETE)
    @Refuses(conflict = "POOL_NOT_EMPTY")
    @Operation(summary = "Delete a storage pool that has no disks left")
    public Uni<RestResponse<StoragePoolView>> delete(@PathParam("id") UUID id) {
        return pools.delete(current.get(), id).map(Answers::of);
    }
}
