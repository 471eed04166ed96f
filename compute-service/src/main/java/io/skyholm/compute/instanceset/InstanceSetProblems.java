package io.skyholm.compute.instanceset;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.runtime.problem.Conflicts;
import io.skyholm.runtime.problem.Problem;

/** What can go wrong with instance sets and their members. */
final class InstanceSetProblems {

    /** What its unique indexes refuse. */
    static final Conflicts CONFLICTS = Conflicts.of(
            "instance_set_name", "INSTANCE_SET_NAME_TAKEN", "Another set of the tenant has this name; choose another");

    /** What the unique index of its members refuses. */
    static final Conflicts MEMBER_CONFLICTS = Conflicts.of(
            "instance_set_member_once", "ALREADY_A_MEMBER", "The instance is a member of this set already");

    private InstanceSetProblems() {}

    static Problem memberNotFound() {
        return Problem.notFound("member");
    }

    static Problem noSuchInstance() {
        return Problem.invalid("instanceId", "names no instance of the set's tenant");
    }

    static Problem noSuchTemplate() {
        return Problem.invalid("templateId", "names no template of a set that you can take");
    }

    static Problem archived() {
        return Problem.of(
                CONFLICT, "INSTANCE_SET_ARCHIVED", "The set is archived; make it ACTIVE before you use it again");
    }

    static Problem empty() {
        return Problem.of(CONFLICT, "INSTANCE_SET_AT_REST", "None of the set's instances can do that now");
    }

    static Problem notEmpty() {
        return Problem.of(
                CONFLICT, "INSTANCE_SET_NOT_EMPTY", "The set has members still; remove them or delete them first");
    }

    static Problem deleteToDelete() {
        return Problem.invalid("status", "cannot be set to DELETED; use DELETE");
    }

    static Problem placedForTheSet() {
        return Problem.of(
                CONFLICT, "PLACED_FOR_SET", "The instance was placed with regard to this set and stays its member");
    }
}
