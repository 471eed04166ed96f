package io.skyholm.network.vpc;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.events.network.VpcStatus;
import io.skyholm.runtime.problem.Conflicts;
import io.skyholm.runtime.problem.Problem;

/** What can go wrong with VPCs. */
final class VpcProblems {

    /** What its unique indexes refuse. */
    static final Conflicts CONFLICTS = Conflicts.of(
                    "vpc_name", "VPC_NAME_TAKEN", "Another VPC has this name; choose another")
            .or("vpc_vni_once", "VNI_TAKEN", "The next tunnel was not free; try again");

    private VpcProblems() {}

    static void requireActive(VpcStatus status) {
        if (status != VpcStatus.ACTIVE) {
            throw Problem.of(CONFLICT, "VPC_DISABLED", "The VPC takes nothing new at present; set it ACTIVE first");
        }
    }

    static Problem notEmpty() {
        return Problem.of(CONFLICT, "VPC_NOT_EMPTY", "The VPC has subnets still; delete them first");
    }
}
