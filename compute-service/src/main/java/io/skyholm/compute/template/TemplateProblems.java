package io.skyholm.compute.template;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.runtime.problem.DatabaseProblems;
import io.skyholm.runtime.problem.Problem;

/** What can go wrong with templates. */
final class TemplateProblems {

    private TemplateProblems() {}

    static Problem notFound() {
        return Problem.notFound("template");
    }

    static Problem groupNotFound() {
        return Problem.invalid("userGroupId", "names no group of this tenant");
    }

    static Problem groupAndVisibility() {
        return Problem.invalid("userGroupId", "is given exactly when the visibility is GROUP_SPECIFIC");
    }

    static Problem membersAndType() {
        return Problem.invalid("members", "are given exactly when the templateType is INSTANCE_SET");
    }

    static Problem badMember(String message) {
        return Problem.invalid("members", message);
    }

    static Problem publicIsThePlatforms() {
        return Problem.forbidden("Only the platform makes templates PUBLIC; ask the operator");
    }

    static Problem deleteToDelete() {
        return Problem.invalid("status", "cannot be set to DELETED; use DELETE");
    }

    /** What a unique index refused, in words. */
    static Throwable explain(Throwable refusal) {
        return DatabaseProblems.violates("template_name").test(refusal)
                ? Problem.of(CONFLICT, "TEMPLATE_NAME_TAKEN", "Another template has this name; choose another")
                : refusal;
    }
}
