package io.skyholm.storage.schedule;

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

/** A disk's schedules over HTTP. */
@Path("/v1/disks/{id}/snapshot-schedules")
@Tag(name = "Snapshot schedules")
public class ScheduledDiskResource {

    private final SnapshotSchedules schedules;
    private final CurrentCall current;

    ScheduledDiskResource(SnapshotSchedules schedules, CurrentCall current) {
        this.schedules = schedules;
        this.current = current;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.STORAGE, action = Action.CREATE)
    @Refuses(
            conflict = {"DISK_IS_DELETED", "DISK_IS_DELETING", "DISK_NOT_AVAILABLE", "DISK_BOOTS_INSTANCE"},
            shortOf = "QUOTA_EXCEEDED")
    @Operation(
            summary = "Create a schedule of a disk's snapshots",
            description =
                    "At each of its times a snapshot is made as if somebody had asked for it. While that is refused, as for a disk that"
                            + " is not in Ceph and that an instance may write to, `failureReason` says why and it is tried again; however many times were missed, one"
                            + " is made for them. Of the snapshots that it had made, those are deleted that neither `keepLast` nor"
                            + " `keepDays` keeps; the newest that is AVAILABLE always stays.")
    public Uni<RestResponse<SnapshotScheduleView>> create(
            @PathParam("id") UUID id, @NotNull @Valid CreateSnapshotSchedule command) {
        return schedules
                .create(current.get(), id, command)
                .map(schedule -> Answers.created(schedule, "/v1/snapshot-schedules/" + schedule.id()));
    }
}
