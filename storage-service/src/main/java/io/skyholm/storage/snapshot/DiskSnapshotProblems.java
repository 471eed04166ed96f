package io.skyholm.storage.snapshot;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.runtime.problem.Problem;

/** What can go wrong with snapshots. */
final class DiskSnapshotProblems {

    private DiskSnapshotProblems() {}

    static Problem diskIsWritten() {
        return Problem.of(
                CONFLICT,
                "DISK_ATTACHED",
                "The disk is attached to an instance that may write to it while it is copied; detach it, and wait until it is DETACHED");
    }

    static Problem diskNotFound() {
        return Problem.notFound("disk");
    }

    static Problem isDeleting() {
        return Problem.of(CONFLICT, "SNAPSHOT_IS_DELETING", "The snapshot is being deleted already");
    }

    static Problem inUse() {
        return Problem.of(
                CONFLICT,
                "SNAPSHOT_IN_USE",
                "A disk is being made of the snapshot or rolled back to it; wait until that disk is AVAILABLE");
    }
}
