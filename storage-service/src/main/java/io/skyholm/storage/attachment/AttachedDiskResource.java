package io.skyholm.storage.attachment;

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

/** A disk's attachments over HTTP. */
@Path("/v1/disks/{id}/attachments")
@Tag(name = "Disk attachments")
public class AttachedDiskResource {

    private final DiskAttachments attachments;
    private final CurrentCall current;

    AttachedDiskResource(DiskAttachments attachments, CurrentCall current) {
        this.attachments = attachments;
        this.current = current;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.STORAGE, action = Action.UPDATE)
    @Refuses(
            conflict = {
                "DISK_IS_DELETED",
                "DISK_NOT_AVAILABLE",
                "DISK_BEING_COPIED",
                "INSTANCE_NOT_PLACED",
                "INSTANCE_ON_ANOTHER_MACHINE",
                "INSTANCE_HAS_DISK",
                "INSTANCE_BUSY",
                "DISK_IN_USE",
                "DISK_BOOTS_INSTANCE",
                "MOUNT_PATH_TAKEN",
                "DRIVE_IN_USE"
            },
            shortOf = "QUOTA_EXCEEDED")
    @Operation(
            summary = "Attach a disk to an instance",
            description = "It is ATTACHING until the host of both has shown that the instance has the disk, and then"
                    + " ATTACHED. It takes the right to update the instance, too. A disk with the bytes of an ISO is put into the"
                    + " drive that the instance has, to be read only; to detach it is to eject it.")
    public Uni<RestResponse<DiskAttachmentView>> create(@PathParam("id") UUID id, @NotNull @Valid AttachDisk command) {
        return attachments
                .attach(current.get(), id, command)
                .map(attachment -> Answers.created(attachment, "/v1/disk-attachments/" + attachment.id()));
    }
}
