package io.skyholm.identity.session;

import io.skyholm.identity.keycloak.DirectoryUnavailable;
import io.skyholm.runtime.problem.Problem;
import java.time.Duration;

/** What can go wrong with sessions. */
final class SessionProblems {

    private SessionProblems() {}

    static Problem notFound() {
        return Problem.notFound("session");
    }

    static Problem userNotFound() {
        return Problem.notFound("user");
    }

    static Problem notYours() {
        return Problem.forbidden("Ending other people's sessions needs the permission SESSION:DELETE");
    }

    /** What the directory refused, in words. */
    static Throwable explainDirectory(Throwable refusal) {
        return refusal instanceof DirectoryUnavailable
                ? Problem.unavailable("The directory of credentials is away; try again", Duration.ofSeconds(5))
                : refusal;
    }
}
