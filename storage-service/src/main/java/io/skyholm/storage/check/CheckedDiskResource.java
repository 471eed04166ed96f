package io.skyholm.storage.check;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.contract.Refuses;
import io.skyholm.runtime.http.Answers;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The check of a disk over HTTP. */
@Path("/v1/disks/{id}/check")
@Tag(name = "Disks")
public class CheckedDiskResource {

    private final DiskChecks checks;
    private final CurrentCall current;

    CheckedDiskResource(DiskChecks checks, CurrentCall current) {
        this.checks = checks;
        this.current = current;
    }

    /** A record of one value could also be made of that value, which nobody has described. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(resource = ResourceType.STORAGE, action = Action.UPDATE)
    @Refuses(conflict = {"DISK_CHECK_RUNNING", "DISK_NOT_AVAILABLE", "DISK_ATTACHED", "DISK_BOOTS_INSTANCE"})
    @Operation(
            summary = "Check a disk",
            description =
                    "Its host reads all that was ever written to it, and compares what it is with what it should be. The check is"
                            + " CHECKING until then, and takes the place of the one before. A disk in ERROR can be checked, too, if its"
                            + " host has had it; one that instances use is only read. A change of the disk ends the check.")
    public Uni<RestResponse<DiskCheckView>> check(@PathParam("id") UUID id, @NotNull @Valid CheckDisk command) {
        return checks.begin(current.get(), id, command).map(Answers::of);
    }

    @GET
    @Requires(resource = ResourceType.STORAGE, action = Action.READ)
    @Operation(summary = "Show the last check of a disk")
    public Uni<RestResponse<DiskCheckView>> getCheck(@PathParam("id") UUID id) {
        return checks.get(current.get(), id).map(Answers::of);
    }

    @DELETE
    @Requires(resource = ResourceType.STORAGE, action = Action.UPDATE)
    @Refuses(conflict = "DISK_NOT_CHECKED")
    @Operation(summary = "Call off the check of a disk", description = "What was mended by then stays so.")
    public Uni<RestResponse<DiskCheckView>> callOffCheck(@PathParam("id") UUID id) {
        return checks.callOff(current.get(), id).map(Answers::of);
    }
}
