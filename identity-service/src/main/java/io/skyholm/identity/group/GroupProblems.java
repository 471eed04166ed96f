package io.skyholm.identity.group;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.runtime.problem.DatabaseProblems;
import io.skyholm.runtime.problem.Problem;

/** What can go wrong with groups and their members. */
final class GroupProblems {

    private GroupProblems() {}

    static Problem memberNotFound() {
        return Problem.notFound("member");
    }

    static Problem tenantNotFound() {
        return Problem.invalid("tenantId", "names no tenant that you may see");
    }

    static Problem parentNotFound() {
        return Problem.invalid("parentGroupId", "names no group of the same tenant");
    }

    static Problem userNotFound() {
        return Problem.invalid("userId", "names no user of the group's tenant");
    }

    static Problem cycle() {
        return Problem.of(CONFLICT, "GROUP_CYCLE", "A group cannot be within itself; choose another parent");
    }

    static Problem tooDeep(int most) {
        return Problem.of(CONFLICT, "GROUP_TOO_DEEP", "Groups are nested at most " + most + " deep");
    }

    static Problem notEmpty() {
        return Problem.of(
                CONFLICT, "GROUP_NOT_EMPTY", "The group holds groups or members still; move or remove them first");
    }

    /** What a unique index refused, in words. */
    static Throwable explain(Throwable refusal) {
        if (DatabaseProblems.violates("user_group_name").test(refusal)) {
            return Problem.of(CONFLICT, "GROUP_NAME_TAKEN", "Another group beside it has this name; choose another");
        }
        return DatabaseProblems.violates("user_group_member_once").test(refusal)
                ? Problem.of(CONFLICT, "ALREADY_A_MEMBER", "The user is a member of this group already")
                : refusal;
    }
}
