package io.skyholm.compute.templateversion;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.runtime.problem.DatabaseProblems;
import io.skyholm.runtime.problem.Problem;

/** What can go wrong with the versions of templates, and with what is made of them. */
final class VersionProblems {

    private VersionProblems() {}

    static Problem notFound() {
        return Problem.notFound("template version");
    }

    static Problem noSuchTemplate() {
        return Problem.invalid("templateId", "names no template that you may use");
    }

    static Problem noSuchVersion() {
        return Problem.invalid("templateVersion", "is no version of this template");
    }

    static Problem archived() {
        return Problem.of(
                CONFLICT, "TEMPLATE_ARCHIVED", "This template is archived; take another, or set it ACTIVE again");
    }

    /** What a unique index refused, in words. */
    static Throwable explain(Throwable refusal) {
        return DatabaseProblems.violates("template_version_number").test(refusal)
                ? Problem.of(CONFLICT, "VERSION_TAKEN", "This template has a version of that number; choose another")
                : refusal;
    }
}
