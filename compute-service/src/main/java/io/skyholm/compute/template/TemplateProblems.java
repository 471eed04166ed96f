package io.skyholm.compute.template;

import io.skyholm.runtime.problem.Conflicts;
import io.skyholm.runtime.problem.Problem;

/** What can go wrong with templates. */
final class TemplateProblems {

    /** What its unique indexes refuse. */
    static final Conflicts CONFLICTS =
            Conflicts.of("template_name", "TEMPLATE_NAME_TAKEN", "Another template has this name; choose another");

    private TemplateProblems() {}

    static Problem notFound() {
        return Problem.notFound("template");
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
}
