package io.skyholm.identity.group;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.runtime.problem.Conflicts;
import io.skyholm.runtime.problem.Problem;

/** What can go wrong with groups and their members. */
final class GroupProblems {

    /** What its unique indexes refuse. */
    static final Conflicts CONFLICTS = Conflicts.of(
            "user_group_name", "GROUP_NAME_TAKEN", "Another group beside it has this name; choose another");

    /** What the unique index of its members refuses. */
    static final Conflicts MEMBER_CONFLICTS =
            Conflicts.of("user_group_member_once", "ALREADY_A_MEMBER", "The user is a member of this group already");

    private GroupProblems() {}

    static Problem memberNotFound() {
        return Problem.notFound("member");
    }

    static Problem parentNotFound() {
        return Problem.invalid("parentGroupId", "names no group of the same tenant");
    }

    static Problem noSuchProject() {
        return Problem.invalid("groupId", "names no user group of this tenant");
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
}
