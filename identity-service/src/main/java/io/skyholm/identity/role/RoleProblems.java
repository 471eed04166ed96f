package io.skyholm.identity.role;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.runtime.problem.DatabaseProblems;
import io.skyholm.runtime.problem.Problem;

/** What can go wrong with roles. */
final class RoleProblems {

    private RoleProblems() {}

    static Problem unknownPermission(String name) {
        return Problem.invalid("permissions", "there is no permission " + name);
    }

    static Problem unknownRole(String name) {
        return Problem.invalid("roles", "there is no role " + name);
    }

    static Problem moreThanYouHold(String role) {
        return Problem.forbidden("The role " + role + " allows more than you may do yourself");
    }

    static Problem builtIn() {
        return Problem.of(CONFLICT, "ROLE_BUILT_IN", "A built-in role stays as it is; make one of your own");
    }

    static Problem nameTaken() {
        return Problem.of(CONFLICT, "ROLE_NAME_TAKEN", "Another role has this name; choose another");
    }

    static Problem inUse(long holders) {
        return Problem.of(
                CONFLICT,
                "ROLE_IN_USE",
                holders == 1
                        ? "1 user or service account holds this role; take it from them first"
                        : holders + " users or service accounts hold this role; take it from them first");
    }

    /** What a unique index refused, in words. */
    static Throwable explain(Throwable refusal) {
        return DatabaseProblems.violates("role_name").test(refusal) ? nameTaken() : refusal;
    }
}
