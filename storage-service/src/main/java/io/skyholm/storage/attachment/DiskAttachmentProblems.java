package io.skyholm.storage.attachment;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.events.storage.DiskAttachmentStatus;
import io.skyholm.runtime.problem.Conflicts;
import io.skyholm.runtime.problem.Problem;
import java.util.UUID;

/** What can go wrong with attachments. */
final class DiskAttachmentProblems {

    /** What its unique indexes refuse. */
    static final Conflicts CONFLICTS = Conflicts.of(
                    "disk_attachment_mount_path",
                    "MOUNT_PATH_TAKEN",
                    "The instance has another disk at this mount path; choose another")
            .or(
                    "disk_attachment_drive",
                    "DRIVE_IN_USE",
                    "The instance has something in its drive already; detach that first");

    private DiskAttachmentProblems() {}

    static Problem diskNotFound() {
        return Problem.notFound("disk");
    }

    static Problem instanceNotFound() {
        return Problem.invalid("instanceId", "names no instance of the disk's tenant that you may use");
    }

    static Problem isInDrive() {
        return Problem.invalid("mountPath", "is not given for an ISO, which is in the instance's drive");
    }

    static Problem isReadOnly() {
        return Problem.invalid("mountMode", "must be RO for an ISO");
    }

    static Problem withoutMountPath() {
        return Problem.invalid("mountPath", "must be given, unless the disk has the bytes of an ISO");
    }

    static Problem isNotInDrive() {
        return Problem.invalid("bootsFirst", "is given for an ISO alone");
    }

    static Problem withoutMachine() {
        return Problem.of(
                CONFLICT, "INSTANCE_NOT_PLACED", "The instance is on no machine; attach the disk when it is on one");
    }

    static Problem elsewhere() {
        return Problem.of(
                CONFLICT,
                "INSTANCE_ON_ANOTHER_MACHINE",
                "The disk is in a pool of another machine than the instance is on; make one there, with nearInstanceId");
    }

    static Problem hasDisk() {
        return Problem.of(CONFLICT, "INSTANCE_HAS_DISK", "The disk is attached to this instance already");
    }

    static Problem inUse(int most) {
        return Problem.of(
                CONFLICT,
                "DISK_IN_USE",
                "The disk is attached to as many instances as it may be, which is %d; detach it from one first"
                        .formatted(most));
    }

    static Problem isDetaching() {
        return Problem.of(CONFLICT, "ATTACHMENT_IS_DETACHING", "The disk is being detached already");
    }

    static Problem isNotAttached(UUID disk, DiskAttachmentStatus status) {
        return Problem.of(
                CONFLICT, "DISK_NOT_ATTACHED", "The disk %s is %s; wait, or detach it".formatted(disk, status));
    }

    static Problem isElsewhereToo(UUID disk) {
        return Problem.of(
                CONFLICT,
                "DISK_ATTACHED",
                "The disk %s is attached to another instance, too; detach it".formatted(disk));
    }

    static Problem instanceIsHeld() {
        return Problem.of(
                CONFLICT,
                "INSTANCE_BUSY",
                "The instance is about to go to another tenant with its disks; wait for the end of that");
    }
}
