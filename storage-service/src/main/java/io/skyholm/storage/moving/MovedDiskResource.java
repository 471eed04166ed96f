package io.skyholm.storage.moving;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.contract.Refuses;
import io.skyholm.runtime.http.Answers;
import io.skyholm.storage.disk.DiskView;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The move of a disk over HTTP. */
@Path("/v1/disks/{id}/move")
@Tag(name = "Disks")
public class MovedDiskResource {

    private final MovingDisks disks;
    private final CurrentCall current;

    MovedDiskResource(MovingDisks disks, CurrentCall current) {
        this.disks = disks;
        this.current = current;
    }

    @POST
    @Requires(resource = ResourceType.STORAGE, action = Action.UPDATE)
    @Refuses(
            conflict = {
                "DISK_IS_DELETED",
                "DISK_NOT_AVAILABLE",
                "DISK_ATTACHED",
                "DISK_BOOTS_INSTANCE",
                "DISK_HAS_SNAPSHOTS",
                "DISK_BEING_MOVED",
                "DISK_IS_THERE",
                "INSTANCE_NOT_PLACED"
            },
            shortOf = {"QUOTA_EXCEEDED", "STORAGE_POOL_FULL"})
    @Operation(
            summary = "Move a disk to another pool",
            description =
                    "The other pool is one of the disk's type, or of diskType, in its data centre. The disk is MOVING until the"
                            + " host of that pool has made it of the same bytes, compared by their SHA-256, and then AVAILABLE there;"
                            + " moveStep says how far it is. Until its bytes are removed where it was, it takes its size of both pools.")
    public Uni<RestResponse<DiskView>> move(@PathParam("id") UUID id, @NotNull @Valid MoveDisk command) {
        return disks.move(current.get(), id, command).map(Answers::of);
    }

    @DELETE
    @Requires(resource = ResourceType.STORAGE, action = Action.UPDATE)
    @Refuses(conflict = "DISK_NOT_MOVING")
    @Operation(
            summary = "Call off the move of a disk",
            description =
                    "It stays where it is and is AVAILABLE at once. What the other pool has of it is removed; moveStep is absent"
                            + " when that is done.")
    public Uni<RestResponse<DiskView>> callOffMove(@PathParam("id") UUID id) {
        return disks.callOff(current.get(), id).map(Answers::of);
    }
}
