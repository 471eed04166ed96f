package io.skyholm.network.vpc;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.runtime.problem.DatabaseProblems;
import io.skyholm.runtime.problem.Problem;

/** What can go wrong with VPCs. */
final class VpcProblems {

    private VpcProblems() {}

    static Problem notEmpty() {
        return Problem.of(CONFLICT, "VPC_NOT_EMPTY", "The VPC has subnets still; delete them first");
    }

    /** What a unique index refused, in words. */
    static Throwable explain(Throwable refusal) {
        if (DatabaseProblems.violates("vpc_name").test(refusal)) {
            return Problem.of(CONFLICT, "VPC_NAME_TAKEN", "Another VPC has this name; choose another");
        }
        return DatabaseProblems.violates("vpc_vni_once").test(refusal)
                ? Problem.of(CONFLICT, "VNI_TAKEN", "The next tunnel was not free; try again")
                : refusal;
    }
}
