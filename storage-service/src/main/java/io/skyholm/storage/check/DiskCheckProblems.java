package io.skyholm.storage.check;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.runtime.problem.Problem;

/** What can go wrong with checks of disks. */
final class DiskCheckProblems {

    private static final String RUNNING = "DISK_CHECK_RUNNING";

    private DiskCheckProblems() {}

    static Problem isRunning() {
        return Problem.of(CONFLICT, RUNNING, "The disk is being checked; wait until that has ended, or call it off");
    }

    /** It was moved since. */
    static Problem isEnding() {
        return Problem.of(
                CONFLICT, RUNNING, "The host that the disk was on before has not ended its check yet; try again");
    }

    static Problem isNotRunning() {
        return Problem.of(CONFLICT, "DISK_NOT_CHECKED", "The disk is not being checked");
    }
}
