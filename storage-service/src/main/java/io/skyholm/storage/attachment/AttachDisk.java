package io.skyholm.storage.attachment;

import io.skyholm.events.storage.AttachmentDevice;
import io.skyholm.events.storage.MountMode;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A disk for an instance on the machine of the disk's pool. */
public record AttachDisk(
        @NotNull UUID instanceId,

        @Schema(
                description =
                        "Where the instance has it among its files: an absolute path, at which it has no other disk, outside of the"
                                + " folders of its system. Left out for an ISO, which is in the instance's drive")
        @MountPath
        @NotSystemFolder
        @Nullable String mountPath,

        @NotNull MountMode mountMode,

        @Schema(
                description =
                        "Whether the instance boots from it rather than from its disk, from its next start on; for an ISO alone")
        @Nullable Boolean bootsFirst) {

    /** What is in a drive is at the same place for all; whether the guest mounts it is the guest's. */
    static final String DRIVE = "/media/cdrom";

    /** As what an instance gets a disk: an ISO is read in its drive, anything else is a disk of its own. */
    AttachmentDevice device(boolean isIso) {
        return isIso ? inDrive() : asDisk();
    }

    private AttachmentDevice inDrive() {
        if (mountPath != null) {
            throw DiskAttachmentProblems.isInDrive();
        }
        if (mountMode != MountMode.RO) {
            throw DiskAttachmentProblems.isReadOnly();
        }
        return AttachmentDevice.CDROM;
    }

    private AttachmentDevice asDisk() {
        if (mountPath == null) {
            throw DiskAttachmentProblems.withoutMountPath();
        }
        if (bootsFirst != null) {
            throw DiskAttachmentProblems.isNotInDrive();
        }
        return AttachmentDevice.DISK;
    }

    String path() {
        return Objects.requireNonNullElse(mountPath, DRIVE);
    }
}
