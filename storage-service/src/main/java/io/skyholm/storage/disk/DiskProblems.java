package io.skyholm.storage.disk;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.events.storage.BackupStatus;
import io.skyholm.events.storage.DiskSnapshotStatus;
import io.skyholm.events.storage.DiskStatus;
import io.skyholm.runtime.problem.FieldProblem;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemKind;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What can go wrong with disks. */
final class DiskProblems {

    private static final Duration LATER = Duration.ofMinutes(5);

    private static final String SOURCE_DISK = "sourceDiskId";

    /** What snapshots of a disk are refused for, which passes. */
    private static final Set<String> OF_SOURCE =
            Set.of("DISK_NOT_AVAILABLE", "DISK_IS_DELETED", "DISK_ATTACHED", "DISK_BOOTS_INSTANCE");

    private DiskProblems() {}

    static Problem busy(DiskStatus status) {
        return Problem.of(
                CONFLICT, "DISK_NOT_AVAILABLE", "The disk is %s; wait until it is AVAILABLE".formatted(status));
    }

    static Problem isBeingTransferred() {
        return Problem.of(
                CONFLICT,
                "DISK_NOT_AVAILABLE",
                "The disk is about to go to another tenant with its instance; wait for the end of that");
    }

    static Problem notRollingBack() {
        return Problem.of(CONFLICT, "DISK_NOT_ROLLING_BACK", "The disk is not being rolled back");
    }

    static Problem isBeingMoved() {
        return Problem.of(
                CONFLICT,
                "DISK_BEING_MOVED",
                "What another pool has of the disk is still being removed; wait until it has no moveStep");
    }

    static Problem isMoving() {
        return Problem.of(
                CONFLICT,
                "DISK_IS_MOVING",
                "The disk is on its way to another pool; call that off first, or delete the disk with now=true if it is to end at once");
    }

    static Problem isNotMoving() {
        return Problem.of(CONFLICT, "DISK_NOT_MOVING", "The disk is not being moved");
    }

    static Problem isNotEncrypted() {
        return Problem.of(CONFLICT, "DISK_NOT_ENCRYPTED", "The disk is not encrypted, and has no key");
    }

    static Problem agentTooOld() {
        return Problem.unavailable(DiskLifecycle.NO_KEY, LATER);
    }

    static Problem sourceIsEncrypted() {
        return Problem.invalid("encrypted", "must not be false: what the disk begins with is encrypted");
    }

    static Problem isProtected() {
        return Problem.of(
                CONFLICT, "DELETION_PROTECTED", "The disk is protected; take its deletionProtection away first");
    }

    static Problem isDeleting() {
        return Problem.of(CONFLICT, "DISK_IS_DELETING", "The disk is being deleted already");
    }

    static Problem isDeleted() {
        return Problem.of(
                CONFLICT,
                "DISK_IS_DELETED",
                "The disk was deleted; restore it first, or delete it with now=true if it is to end at once");
    }

    static Problem notDeleted() {
        return Problem.of(
                CONFLICT,
                "DISK_NOT_DELETED",
                "The disk cannot be restored: nobody deleted it, or it is being removed already");
    }

    static Problem isAttached() {
        return Problem.of(CONFLICT, "DISK_ATTACHED", "The disk is attached to an instance; detach it first");
    }

    static Problem bootsInstance() {
        return Problem.of(
                CONFLICT,
                "DISK_BOOTS_INSTANCE",
                "An instance boots from the disk, which grows and goes with it; take another disk");
    }

    static Problem bootsInstanceFromFile() {
        return Problem.of(
                CONFLICT,
                "DISK_BOOTS_INSTANCE",
                "An instance boots from the disk and may write to it while it is copied, and its pool keeps files, of which nobody can say what"
                        + " was in them at one moment; take one in a pool in Ceph");
    }

    static Problem versionIsNoMore() {
        return Problem.of(CONFLICT, "VERSION_NOT_AVAILABLE", "The version of the image is no more");
    }

    static Problem hasSnapshots(List<String> names) {
        String some = String.join(", ", names.subList(0, Math.min(names.size(), SnapshotsOfDisks.NAMED)));
        String more = names.size() > SnapshotsOfDisks.NAMED ? " and others" : "";
        return Problem.of(
                CONFLICT,
                "DISK_HAS_SNAPSHOTS",
                "The disk has the snapshots %s%s; name them, or delete them first".formatted(some, more));
    }

    static Problem isBeingCopied() {
        return Problem.of(
                CONFLICT,
                "DISK_BEING_COPIED",
                "A snapshot of the disk is still being made; wait until that is done, or delete it, or the clone that it is for");
    }

    static Problem snapshotNotOfDisk() {
        return Problem.invalid("snapshotId", "names no snapshot of this disk");
    }

    static Problem snapshotNotFound() {
        return Problem.invalid("sourceSnapshotId", "names no snapshot of the disk's tenant that you may use");
    }

    static Problem snapshotBesideImage() {
        return Problem.invalid("sourceSnapshotId", "is not named beside an image");
    }

    static Problem instanceBesideSnapshot() {
        return Problem.invalid("nearInstanceId", "is not named beside a snapshot, in whose pool the disk is made");
    }

    static Problem snapshotNotAvailable(DiskSnapshotStatus status) {
        return Problem.of(
                CONFLICT,
                "SNAPSHOT_NOT_AVAILABLE",
                "The snapshot is %s; wait until it is AVAILABLE, or take another".formatted(status));
    }

    /** What is wrong with a disk that is to be cloned. */
    static Throwable ofSource(Throwable failure) {
        if (!(failure instanceof Problem problem)) {
            return failure;
        }
        if (problem.code().equals(ProblemKind.NOT_FOUND.name())) {
            return diskNotFound();
        }
        return OF_SOURCE.contains(problem.code())
                ? Problem.of(
                        CONFLICT,
                        problem.code(),
                        "%s names a disk that cannot be cloned now. %s".formatted(SOURCE_DISK, problem.detail()),
                        List.of(new FieldProblem(SOURCE_DISK, problem.detail())))
                : problem;
    }

    static Problem diskNotFound() {
        return Problem.invalid(SOURCE_DISK, "names no disk of the new disk's tenant that you may use");
    }

    static Problem diskBesideOthers() {
        return Problem.invalid(SOURCE_DISK, "is not named beside an image, a snapshot or a backup");
    }

    static Problem diskElsewhere() {
        return Problem.invalid(
                SOURCE_DISK, "is in no pool of this type and data centre; a clone is made where its disk is");
    }

    static Problem instanceBesideDisk() {
        return Problem.invalid(
                "nearInstanceId", "is not named beside a disk to be cloned, in whose pool the clone is made");
    }

    static Problem smallerThanDisk(int sizeGb) {
        return Problem.invalid("sizeGb", "must not be less than the " + sizeGb + " GiB of the disk to be cloned");
    }

    static Problem backupNotFound() {
        return Problem.invalid("sourceBackupId", "names no backup of the disk's tenant that you may use");
    }

    static Problem backupBesideOthers() {
        return Problem.invalid("sourceBackupId", "is not named beside an image or a snapshot");
    }

    static Problem backupNotAvailable(BackupStatus status) {
        return Problem.of(
                CONFLICT,
                "BACKUP_NOT_AVAILABLE",
                "The backup is %s; wait until it is AVAILABLE, or take another".formatted(status));
    }

    static Problem smallerThanBackup(int sizeGb) {
        return Problem.invalid("sizeGb", "must not be less than the " + sizeGb + " GiB of the backup");
    }

    static Problem smallerThanSnapshot(int sizeGb) {
        return Problem.invalid("sizeGb", "must not be less than the " + sizeGb + " GiB of the snapshot");
    }

    static Problem notLarger(int sizeGb) {
        return Problem.invalid("sizeGb", "must be more than the " + sizeGb + " GiB that the disk has");
    }

    static Problem versionWithoutImage() {
        return Problem.invalid("imageVersionId", "is named exactly when imageId is");
    }

    static Problem versionNotFound() {
        return Problem.invalid("imageVersionId", "names no version of an image that you may use");
    }

    static Problem smallerThanImage(int sizeGb) {
        return Problem.invalid("sizeGb", "must not be less than the " + sizeGb + " GiB of the image");
    }
}
