package io.skyholm.storage.disk;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.events.storage.DiskStatus;
import io.skyholm.runtime.problem.Problem;

/** What can go wrong with disks. */
final class DiskProblems {

    private DiskProblems() {}

    static Problem busy(DiskStatus status) {
        return Problem.of(
                CONFLICT, "DISK_NOT_AVAILABLE", "The disk is %s; wait until it is AVAILABLE".formatted(status));
    }

    static Problem isDeleting() {
        return Problem.of(CONFLICT, "DISK_IS_DELETING", "The disk is being deleted already");
    }

    static Problem isAttached() {
        return Problem.of(CONFLICT, "DISK_ATTACHED", "The disk is attached to an instance; detach it first");
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
