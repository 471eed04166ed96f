package io.skyholm.storage.schedule;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.storage.SnapshotScheduleEvents;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.call.CurrentCall;
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

/** Schedules of snapshots over HTTP. */
@Path("/v1/snapshot-schedules")
@Tag(
        name = "Snapshot schedules",
        description = "When snapshots of a disk are made by themselves, and how long they are kept.")
public class SnapshotScheduleResource {

    private final SnapshotSchedules schedules;
    private final CurrentCall current;
    private final ListWatch watch;

    SnapshotScheduleResource(SnapshotSchedules schedules, CurrentCall current, ListWatch watch) {
        this.schedules = schedules;
        this.current = current;
        this.watch = watch;
    }

    @GET
    @Requires(resource = ResourceType.STORAGE, action = Action.READ)
    @Operation(summary = "List schedules of snapshots, newest first")
    public Uni<Page<SnapshotScheduleView>> list(@BeanParam SnapshotScheduleFilter filter, @BeanParam PageRequest page) {
        return schedules.list(current.get(), filter, page);
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.STORAGE, action = Action.READ)
    @Operation(summary = "Watch the list of schedules of snapshots", description = ListWatch.DESCRIPTION)
    public Multi<OutboundSseEvent> watchList(
            @BeanParam SnapshotScheduleFilter filter, @BeanParam ResumeAfter resume, @Context Sse sse) {
        Call call = current.get();
        return watch.changes(
                sse,
                resume,
                WatchedList.of(
                        SnapshotScheduleEvents.CHANGED,
                        rows -> schedules.list(call, filter, rows),
                        SnapshotScheduleView::id));
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.STORAGE, action = Action.READ)
    @Operation(summary = "Show a schedule of snapshots")
    public Uni<RestResponse<SnapshotScheduleView>> get(@PathParam("id") UUID id) {
        return schedules.get(current.get(), id).map(Answers::of);
    }

    @PATCH
    @Path("{id}")
    @Requires(resource = ResourceType.STORAGE, action = Action.UPDATE)
    @Operation(
            summary = "Change, pause or enable a schedule of snapshots",
            description =
                    "How long snapshots are kept is changed by whoever may delete them. One that is enabled again makes up nothing of"
                            + " what it missed.")
    public Uni<RestResponse<SnapshotScheduleView>> change(
            @PathParam("id") UUID id, @NotNull @Valid ChangeSnapshotSchedule command) {
        return schedules.change(current.get(), id, command).map(Answers::of);
    }

    @DELETE
    @Path("{id}")
    @Requires(resource = ResourceType.STORAGE, action = Action.DELETE)
    @Operation(
            summary = "Delete a schedule of snapshots",
            description = "The snapshots that it had made stay until somebody deletes them.")
    public Uni<RestResponse<SnapshotScheduleView>> delete(@PathParam("id") UUID id) {
        return schedules.delete(current.get(), id).map(Answers::of);
    }
}
