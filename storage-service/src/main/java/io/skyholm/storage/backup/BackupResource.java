package io.skyholm.storage.backup;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.storage.BackupEvents;
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

/** Backups over HTTP. */
@Path("/v1/backups")
@Tag(
        name = "Backups",
        description =
                "The bytes of snapshots in the object store, which outlive their disks and machines, to make disks of.")
public class BackupResource {

    private final Backups backups;
    private final CurrentCall current;
    private final ListWatch watch;

    BackupResource(Backups backups, CurrentCall current, ListWatch watch) {
        this.backups = backups;
        this.current = current;
        this.watch = watch;
    }

    @GET
    @Requires(resource = ResourceType.STORAGE, action = Action.READ)
    @Operation(summary = "List backups, newest first")
    public Uni<Page<BackupView>> list(@BeanParam BackupFilter filter, @BeanParam PageRequest page) {
        return backups.list(current.get(), filter, page);
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.STORAGE, action = Action.READ)
    @Operation(summary = "Watch the list of backups", description = ListWatch.DESCRIPTION)
    public Multi<OutboundSseEvent> watchList(
            @BeanParam BackupFilter filter, @BeanParam ResumeAfter resume, @Context Sse sse) {
        Call call = current.get();
        return watch.changes(
                sse,
                resume,
                WatchedList.of(BackupEvents.CHANGED, rows -> backups.list(call, filter, rows), BackupView::id));
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.STORAGE, action = Action.READ)
    @Operation(summary = "Show a backup")
    public Uni<RestResponse<BackupView>> get(@PathParam("id") UUID id) {
        return backups.get(current.get(), id).map(Answers::of);
    }

    @PATCH
    @Path("{id}")
    @Requires(resource = ResourceType.STORAGE, action = Action.UPDATE)
    @Operation(summary = "Change a backup")
    public Uni<RestResponse<BackupView>> change(@PathParam("id") UUID id, @NotNull @Valid ChangeBackup command) {
        return backups.change(current.get(), id, command).map(Answers::of);
    }

    @DELETE
    @Path("{id}")
    @Requires(resource = ResourceType.STORAGE, action = Action.DELETE)
    @Refuses(conflict = {"BACKUP_IS_DELETING", "BACKUP_IN_USE"})
    @Operation(
            summary = "Delete a backup",
            description =
                    "It is DELETING until neither its host nor the object store has anything of it, and then DELETED. Disks that were"
                            + " made of it stay as they are, and so do other backups: what is stored of one on which others stand goes with"
                            + " the last of them (`keptForOthers`).")
    public Uni<RestResponse<BackupView>> delete(@PathParam("id") UUID id) {
        return backups.delete(current.get(), id).map(Answers::of);
    }
}
