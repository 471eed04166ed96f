package io.skyholm.storage.snapshot;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.storage.DiskSnapshotEvents;
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
import org.jboss.resteasy.reactive.RestResponse;

/** Snapshots over HTTP. */
@Path("/v1/snapshots")
@Tag(
        name = "Disk snapshots",
        description = "The bytes that disks had at one moment, to go back to or to make disks of.")
public class DiskSnapshotResource {

    private final DiskSnapshots snapshots;
    private final CurrentCall current;
    private final ListWatch watch;

    DiskSnapshotResource(DiskSnapshots snapshots, CurrentCall current, ListWatch watch) {
        this.snapshots = snapshots;
        this.current = current;
        this.watch = watch;
    }

    @GET
    @Requires(resource = ResourceType.STORAGE, action = Action.READ)
    @Operation(summary = "List snapshots of disks, newest first")
    public Uni<Page<DiskSnapshotView>> list(@BeanParam DiskSnapshotFilter filter, @BeanParam PageRequest page) {
        return snapshots.list(current.get(), filter, page);
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.STORAGE, action = Action.READ)
    @Operation(summary = "Watch the list of snapshots of disks", description = ListWatch.DESCRIPTION)
    public Multi<OutboundSseEvent> watchList(
            @BeanParam DiskSnapshotFilter filter, @BeanParam ResumeAfter resume, @Context Sse sse) {
        Call call = current.get();
        return watch.changes(
                sse,
                resume,
                WatchedList.of(
                        DiskSnapshotEvents.CHANGED, rows -> snapshots.list(call, filter, rows), DiskSnapshotView::id));
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.STORAGE, action = Action.READ)
    @Operation(summary = "Show a snapshot of a disk")
    public Uni<RestResponse<DiskSnapshotView>> get(@PathParam("id") UUID id) {
        return snapshots.get(current.get(), id).map(Answers::of);
    }

    @PATCH
    @Path("{id}")
    @Requires(resource = ResourceType.STORAGE, action = Action.UPDATE)
    @Operation(summary = "Change a snapshot of a disk")
    public Uni<RestResponse<DiskSnapshotView>> change(
            @PathParam("id") UUID id, @NotNull @Valid ChangeSnapshot command) {
        return snapshots.change(current.get(), id, command).map(Answers::of);
    }

    @DELETE
    @Path("{id}")
    @Requires(resource = ResourceType.STORAGE, action = Action.DELETE)
    @Refuses(conflict = {"SNAPSHOT_IS_DELETING", "SNAPSHOT_IN_USE"})
    @Operation(
            summary = "Delete a snapshot of a disk",
            description =
                    "It is DELETING until its host has shown that nothing of it is left, and then DELETED. Its disk and the"
                            + " disks that were made of it stay as they are.")
    public Uni<RestResponse<DiskSnapshotView>> delete(@PathParam("id") UUID id) {
        return snapshots.delete(current.get(), id).map(Answers::of);
    }
}
