package io.skyholm.network.securitygroup;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.runtime.problem.DatabaseProblems;
import io.skyholm.runtime.problem.Problem;

/** What can go wrong with security groups. */
final class SecurityGroupProblems {

    private SecurityGroupProblems() {}

    static Problem inUse() {
        return Problem.of(
                CONFLICT, "SECURITY_GROUP_IN_USE", "The group guards ports still; give them other groups first");
    }

    /** What a unique index refused, in words. */
    static Throwable explain(Throwable refusal) {
        if (DatabaseProblems.violates("security_group_name").test(refusal)) {
            return Problem.of(
                    CONFLICT, "SECURITY_GROUP_NAME_TAKEN", "Another security group has this name; choose another");
        }
        return DatabaseProblems.violates("security_group_default").test(refusal)
                ? Problem.of(
                        CONFLICT,
                        "SECURITY_GROUP_DEFAULT",
                        "Another security group is the default one; make it no default first")
                : refusal;
    }
}
