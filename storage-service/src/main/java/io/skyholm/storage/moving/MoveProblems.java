package io.skyholm.storage.moving;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.runtime.problem.Problem;

/** Why a disk is not moved. */
final class MoveProblems {

    private MoveProblems() {}

    static Problem isThere() {
        return Problem.of(CONFLICT, "DISK_IS_THERE", "The disk is on the instance's machine already");
    }
}
