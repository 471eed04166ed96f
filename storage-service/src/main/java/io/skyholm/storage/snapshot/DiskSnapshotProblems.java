package io.skyholm.storage.snapshot;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.events.storage.DiskSnapshotStatus;
import io.skyholm.runtime.problem.Problem;

/** What can go wrong with snapshots. */
final class DiskSnapshotProblems {

    private DiskSnapshotProblems() {}

    static Problem diskIsWritten() {
        return Problem.of(
                CONFLICT,
                "DISK_ATTACHED",
                "The disk is attached to an instance that may write to it while it is copied, and its pool keeps files, of which nobody can say what was in"
                        + " them at one moment; detach it, and wait until it is DETACHED, or move it to a pool in Ceph");
    }

    static Problem diskNotFound() {
        return Problem.notFound("disk");
    }

    static Problem notFound() {
        return Problem.notFound("snapshot");
    }

    static Problem notAvailable(DiskSnapshotStatus status) {
        return Problem.of(
                CONFLICT,
                "SNAPSHOT_NOT_AVAILABLE",
                "The snapshot is %s; wait until it is AVAILABLE, or take another".formatted(status));
    }

    static Problem notAvailable(String name, DiskSnapshotStatus status) {
        return Problem.of(
                CONFLICT,
                "SNAPSHOT_NOT_AVAILABLE",
                "The snapshot %s is %s; wait until it is AVAILABLE, or delete it".formatted(name, status));
    }

    static Problem isDeleting() {
        return Problem.of(CONFLICT, "SNAPSHOT_IS_DELETING", "The snapshot is being deleted already");
    }

    static Problem inUse() {
        return Problem.of(
                CONFLICT,
                "SNAPSHOT_IN_USE",
                "A disk or a backup is being made of the snapshot, or a disk rolled back to it; wait until that is AVAILABLE");
    }
}
