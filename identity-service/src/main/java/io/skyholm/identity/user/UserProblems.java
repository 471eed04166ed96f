package io.skyholm.identity.user;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.identity.keycloak.DirectoryAway;
import io.skyholm.identity.keycloak.RefusedByDirectory;
import io.skyholm.identity.keycloak.UnknownInDirectory;
import io.skyholm.runtime.problem.DatabaseProblems;
import io.skyholm.runtime.problem.Problem;
import java.time.Duration;

/** What can go wrong with users. */
final class UserProblems {

    private UserProblems() {}

    static Problem notFound() {
        return Problem.notFound("user");
    }

    static Problem tenantNotFound() {
        return Problem.invalid("tenantId", "names no tenant that you may see");
    }

    static Problem unknownRole(String role) {
        return Problem.invalid("roles", "there is no role " + role);
    }

    static Problem moreThanYouHold(String role) {
        return Problem.forbidden("The role " + role + " allows more than you may do yourself");
    }

    /** What the directory refused, in words. */
    static Throwable explainDirectory(Throwable refusal) {
        return switch (refusal) {
            case DirectoryAway away ->
                Problem.unavailable("The directory of credentials is away; try again", Duration.ofSeconds(5));
            case UnknownInDirectory unknown ->
                Problem.unavailable("The user has not reached the directory yet; try again", Duration.ofSeconds(1));
            case RefusedByDirectory refused -> Problem.invalid("password", "is refused: " + refused.getMessage());
            default -> refusal;
        };
    }

    static Problem deleteToDelete() {
        return Problem.invalid("status", "cannot be set to DELETED; use DELETE");
    }

    /** What a unique index refused, in words. */
    static Throwable explain(Throwable refusal) {
        if (DatabaseProblems.violates("app_user_username").test(refusal)) {
            return Problem.of(CONFLICT, "USERNAME_TAKEN", "Somebody has this username; choose another");
        }
        return DatabaseProblems.violates("app_user_email").test(refusal)
                ? Problem.of(CONFLICT, "EMAIL_TAKEN", "Somebody has this e-mail address; choose another")
                : refusal;
    }
}
