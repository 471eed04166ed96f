package io.skyholm.storage.backup;

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

/** A snapshot's backups over HTTP. */
@Path("/v1/snapshots/{id}/backups")
@Tag(name = "Backups")
public class CopiedSnapshotResource {

    private final Backups backups;
    private final CurrentCall current;

    CopiedSnapshotResource(Backups backups, CurrentCall current) {
        this.backups = backups;
        this.current = current;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.STORAGE, action = Action.CREATE)
    @Refuses(
            conflict = {"SNAPSHOT_NOT_AVAILABLE", "SPENDING_LIMIT_REACHED"},
            shortOf = {"INSUFFICIENT_FUNDS", "QUOTA_EXCEEDED"})
    @Operation(
            summary = "Create a backup of a snapshot",
            description =
                    "It is CREATING until the host of the snapshot has copied it to the object store and its bytes were read there once,"
                            + " and then AVAILABLE, with their SHA-256. From then on it needs neither the snapshot, the disk nor their"
                            + " machine. Of a disk in Ceph of which there is an earlier backup, and the snapshot of that, only what has changed"
                            + " since is stored (`baseBackupId`), unless it is to be `full`; it is read, downloaded and restored like any other. While the store or the host is away, `statusReason` says so, and it is tried again.")
    public Uni<RestResponse<BackupView>> create(@PathParam("id") UUID id, @NotNull @Valid CreateBackup command) {
        return backups.create(current.get(), id, command)
                .map(backup -> Answers.created(backup, "/v1/backups/" + backup.id()));
    }
}
