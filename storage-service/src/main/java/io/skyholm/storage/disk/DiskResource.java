package io.skyholm.storage.disk;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.storage.DiskEvents;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.contract.Refuses;
import io.skyholm.runtime.http.Answers;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.storage.Deletion;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;
import org.jspecify.annotations.Nullable;

/** Disks over HTTP. */
@Path("/v1/disks")
@Tag(
        name = "Disks",
        description =
                "Disks of tenants in storage pools: those that are attached to instances, and those that instances boot from.")
public class DiskResource {

    private final Disks disks;
    private final CurrentCall current;
    private final ListWatch watch;

    DiskResource(Disks disks, CurrentCall current, ListWatch watch) {
        this.disks = disks;
        this.current = current;
        this.watch = watch;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.STORAGE, action = Action.CREATE)
    @Refuses(
            conflict = {
                "IMAGE_ARCHIVED",
                "VERSION_NOT_AVAILABLE",
                "SNAPSHOT_NOT_AVAILABLE",
                "BACKUP_NOT_AVAILABLE",
                "DISK_NOT_AVAILABLE",
                "DISK_IS_DELETED",
                "DISK_ATTACHED",
                "DISK_BOOTS_INSTANCE",
                "INSTANCE_NOT_PLACED",
                "SPENDING_LIMIT_REACHED"
            },
            shortOf = {"INSUFFICIENT_FUNDS", "QUOTA_EXCEEDED", "STORAGE_POOL_FULL"})
    @Operation(
            summary = "Create a disk",
            description =
                    "It is CREATING until its host has made it, and then AVAILABLE. It begins with zeros, with the bytes of an"
                            + " image, or with those of a snapshot or of another disk, in whose pool it is then. To attach it to an instance that is there already, name that one as"
                            + " nearInstanceId: a disk can only be attached on the machine that it is on.")
    public Uni<RestResponse<DiskView>> create(@NotNull @Valid CreateDisk command) {
        return disks.create(current.get(), command).map(disk -> Answers.created(disk, "/v1/disks/" + disk.id()));
    }

    @GET
    @Requires(resource = ResourceType.STORAGE, action = Action.READ)
    @Operation(summary = "List disks, newest first")
    public Uni<Page<DiskView>> list(@BeanParam DiskFilter filter, @BeanParam PageRequest page) {
        return disks.list(current.get(), filter, page);
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.STORAGE, action = Action.READ)
    @Operation(summary = "Watch the list of disks", description = ListWatch.DESCRIPTION)
    public Multi<OutboundSseEvent> watchList(
            @BeanParam DiskFilter filter, @BeanParam ResumeAfter resume, @Context Sse sse) {
        Call call = current.get();
        return watch.changes(
                sse, resume, WatchedList.of(DiskEvents.CHANGED, rows -> disks.list(call, filter, rows), DiskView::id));
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.STORAGE, action = Action.READ)
    @Operation(summary = "Show a disk")
    public Uni<RestResponse<DiskView>> get(@PathParam("id") UUID id) {
        return disks.get(current.get(), id).map(Answers::of);
    }

    @PATCH
    @Path("{id}")
    @Requires(resource = ResourceType.STORAGE, action = Action.UPDATE)
    @Refuses(conflict = {"DISK_IS_DELETED", "DISK_ATTACHED", "DISK_BOOTS_INSTANCE"})
    @Operation(
            summary = "Change a disk",
            description = "To how many instances it may be attached is changed while it is attached to none.")
    public Uni<RestResponse<DiskView>> change(@PathParam("id") UUID id, @NotNull @Valid ChangeDisk command) {
        return disks.change(current.get(), id, command).map(Answers::of);
    }

    @POST
    @Path("{id}/grow")
    @Requires(resource = ResourceType.STORAGE, action = Action.UPDATE)
    @Refuses(
            conflict = {
                "DISK_IS_DELETED",
                "DISK_NOT_AVAILABLE",
                "DISK_ATTACHED",
                "DISK_BOOTS_INSTANCE",
                "DISK_BEING_COPIED",
                "SPENDING_LIMIT_REACHED"
            },
            shortOf = {"INSUFFICIENT_FUNDS", "QUOTA_EXCEEDED", "STORAGE_POOL_FULL"})
    @Operation(summary = "Make a disk larger", description = "It is GROWING until its host has made it larger.")
    public Uni<RestResponse<DiskView>> grow(@PathParam("id") UUID id, @NotNull @Valid GrowDisk command) {
        return disks.grow(current.get(), id, command).map(Answers::of);
    }

    @POST
    @Path("{id}/rollback")
    @Requires(resource = ResourceType.STORAGE, action = Action.UPDATE)
    @Refuses(
            conflict = {
                "DISK_IS_DELETED",
                "DISK_NOT_AVAILABLE",
                "DISK_ATTACHED",
                "DISK_BOOTS_INSTANCE",
                "DISK_BEING_COPIED",
                "SNAPSHOT_NOT_AVAILABLE"
            },
            shortOf = {"QUOTA_EXCEEDED", "STORAGE_POOL_FULL"})
    @Operation(
            summary = "Roll a disk back to one of its snapshots",
            description =
                    "All that was written since is lost. It is RESTORING until its host has given it the bytes of the"
                            + " snapshot, and then AVAILABLE. It is as large as before: what it has grown since the snapshot are zeros."
                            + " While it lasts, the disk takes its size of its pool a second time.")
    public Uni<RestResponse<DiskView>> rollBack(@PathParam("id") UUID id, @NotNull @Valid RollBackDisk command) {
        return disks.rollBack(current.get(), id, command).map(Answers::of);
    }

    @DELETE
    @Path("{id}/rollback")
    @Requires(resource = ResourceType.STORAGE, action = Action.UPDATE)
    @Refuses(conflict = {"DISK_IS_DELETED", "DISK_NOT_ROLLING_BACK"})
    @Operation(
            summary = "Call off the rollback of a disk",
            description =
                    "It keeps the bytes that it has, and is RESTORING until its host has shown that it copies nothing more, and"
                            + " then AVAILABLE. Where the host had given it the bytes of the snapshot already, the statusReason of"
                            + " the AVAILABLE disk says so.")
    public Uni<RestResponse<DiskView>> callOffRollback(@PathParam("id") UUID id) {
        return disks.callOffRollback(current.get(), id).map(Answers::of);
    }

    @POST
    @Path("{id}/rotate-key")
    @Requires(resource = ResourceType.STORAGE, action = Action.UPDATE)
    @Refuses(conflict = {"DISK_NOT_ENCRYPTED", "DISK_NOT_AVAILABLE", "DISK_BEING_COPIED"})
    @Operation(
            summary = "Change the key of an encrypted disk",
            description =
                    "It is ROTATING until its host has shown that the new key opens it and the one before opens nothing, and then"
                            + " AVAILABLE. It may be attached meanwhile. Snapshots and backups keep the key that they were made"
                            + " with. The bytes of the disk are not encrypted anew: what the key opens is the disk's own key.")
    public Uni<RestResponse<DiskView>> rotateKey(@PathParam("id") UUID id) {
        return disks.rotateKey(current.get(), id).map(Answers::of);
    }

    @DELETE
    @Path("{id}")
    @Requires(resource = ResourceType.STORAGE, action = Action.DELETE)
    @Refuses(
            conflict = {
                "DELETION_PROTECTED",
                "DISK_IS_DELETED",
                "DISK_IS_DELETING",
                "DISK_IS_MOVING",
                "DISK_ATTACHED",
                "DISK_BOOTS_INSTANCE",
                "DISK_HAS_SNAPSHOTS",
                "SNAPSHOT_IN_USE",
                "BACKUP_IN_USE"
            })
    @Operation(
            summary = "Delete a disk with all that is on it",
            description =
                    "It can be restored until its deletableAt; how long that is the operator decides. Until then it is listed among what"
                            + " was deleted, is attached to nothing, and keeps its room. Then it is DELETING until its host has shown that"
                            + " nothing of it is left, and then DELETED. Its snapshots are deleted before, or with it where they are named;"
                            + " these go at once, and are not restored with it. Either all that is named is deleted or nothing. To"
                            + " ask again does no harm: what could not be removed, as its statusReason says, is tried anew.")
    public Uni<RestResponse<DiskView>> delete(
            @PathParam("id") UUID id,
            @QueryParam("now")
                    @Parameter(
                            description =
                                    "Whether it ends at once and cannot be restored, also where it was deleted before")
                    @Nullable Boolean now,
            @QueryParam("with")
                    @Parameter(
                            description =
                                    "A snapshot or a backup of the disk that is deleted with it; given up to 50 times, each of them")
                    List<UUID> with) {
        return disks.delete(current.get(), id, Deletion.named(with), Boolean.TRUE.equals(now))
                .map(Answers::of);
    }

    @POST
    @Path("{id}/restore")
    @Requires(resource = ResourceType.STORAGE, action = Action.UPDATE)
    @Refuses(conflict = "DISK_NOT_DELETED")
    @Operation(
            summary = "Take back the deletion of a disk",
            description = "It is what it was before, with all that is on it, as long as its deletableAt has not come.")
    public Uni<RestResponse<DiskView>> restore(@PathParam("id") UUID id) {
        return disks.restore(current.get(), id).map(Answers::of);
    }
}
