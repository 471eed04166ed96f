package io.skyholm.storage.snapshot;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.contract.Refuses;
import io.skyholm.runtime.http.Answers;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;

/** A disk's snapshots over HTTP. */
@Path("/v1/disks/{id}/snapshots")
@Tag(name = "Disk snapshots")
public class CopiedDiskResource {

    private final DiskSnapshots snapshots;
    private final CurrentCall current;

    CopiedDiskResource(DiskSnapshots snapshots, CurrentCall current) {
        this.snapshots = snapshots;
        this.current = current;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.STORAGE, action = Action.CREATE)
    @Refuses(
            conflict = {
                "DISK_IS_DELETED",
                "DISK_NOT_AVAILABLE",
                "DISK_ATTACHED",
                "DISK_BOOTS_INSTANCE",
                "SPENDING_LIMIT_REACHED"
            },
            shortOf = {"INSUFFICIENT_FUNDS", "QUOTA_EXCEEDED", "STORAGE_POOL_FULL"})
    @Operation(
            summary = "Create a snapshot of a disk",
            description =
                    "It is CREATING until the host has copied the disk, and then AVAILABLE. It holds the bytes of one moment: of a"
                            + " disk in Ceph also while an instance writes to it (`consistency`), elsewhere only of one that no instance has to write"
                            + " to. Until it is AVAILABLE the disk is neither attached, grown nor rolled back. It takes as much of the pool"
                            + " as its disk.")
    public Uni<RestResponse<DiskSnapshotView>> create(
            @PathParam("id") UUID id, @NotNull @Valid CreateSnapshot command) {
        return snapshots
                .create(current.get(), id, command)
                .map(snapshot -> Answers.created(snapshot, "/v1/snapshots/" + snapshot.id()));
    }
}
