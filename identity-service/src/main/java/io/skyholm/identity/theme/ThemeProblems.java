package io.skyholm.identity.theme;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.runtime.problem.DatabaseProblems;
import io.skyholm.runtime.problem.Problem;

/** What can go wrong with themes. */
final class ThemeProblems {

    private ThemeProblems() {}

    static Problem notFound() {
        return Problem.notFound("theme");
    }

    static Problem tenantNotFound() {
        return Problem.invalid("tenantId", "names no tenant that you may see");
    }

    static Problem lastResort() {
        return Problem.of(
                CONFLICT, "THEME_NEEDED", "The platform always has an active theme; activate another one instead");
    }

    /** What a unique index refused, in words. */
    static Throwable explain(Throwable refusal) {
        if (DatabaseProblems.violates("theme_name").test(refusal)) {
            return Problem.of(CONFLICT, "THEME_NAME_TAKEN", "Another theme has this name; choose another");
        }
        return DatabaseProblems.violates("theme_active").test(refusal)
                ? Problem.of(CONFLICT, "THEME_ACTIVE", "Another theme was activated at this moment; try again")
                : refusal;
    }
}
