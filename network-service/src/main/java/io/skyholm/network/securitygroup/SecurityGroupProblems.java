package io.skyholm.network.securitygroup;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.runtime.problem.Conflicts;
import io.skyholm.runtime.problem.Problem;

/** What can go wrong with security groups. */
final class SecurityGroupProblems {

    /** What its unique indexes refuse. */
    static final Conflicts CONFLICTS = Conflicts.of(
                    "security_group_name",
                    "SECURITY_GROUP_NAME_TAKEN",
                    "Another security group has this name; choose another")
            .or(
                    "security_group_default",
                    "SECURITY_GROUP_DEFAULT",
                    "Another security group is the default one; make it no default first");

    private SecurityGroupProblems() {}

    static Problem inUse() {
        return Problem.of(
                CONFLICT, "SECURITY_GROUP_IN_USE", "The group guards ports still; give them other groups first");
    }
}
