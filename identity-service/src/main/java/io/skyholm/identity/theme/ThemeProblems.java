package io.skyholm.identity.theme;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.runtime.problem.Conflicts;
import io.skyholm.runtime.problem.Problem;

/** What can go wrong with themes. */
final class ThemeProblems {

    /** What its unique indexes refuse. */
    static final Conflicts CONFLICTS = Conflicts.of(
                    "theme_name", "THEME_NAME_TAKEN", "Another theme has this name; choose another")
            .or("theme_active", "THEME_ACTIVE", "Another theme was activated at this moment; try again");

    private ThemeProblems() {}

    static Problem notFound() {
        return Problem.notFound("theme");
    }

    static Problem lastResort() {
        return Problem.of(
                CONFLICT, "THEME_NEEDED", "The platform always has an active theme; activate another one instead");
    }
}
