package io.skyholm.identity.serviceaccount;

import io.skyholm.runtime.problem.Conflicts;
import io.skyholm.runtime.problem.Problem;

/** What can go wrong with service accounts. */
final class ServiceAccountProblems {

    /** What its unique index refuses. */
    static final Conflicts CONFLICTS = Conflicts.of(
            "service_account_name",
            "SERVICE_ACCOUNT_NAME_TAKEN",
            "Another service account has this name; choose another");

    private ServiceAccountProblems() {}

    static Problem platformRole() {
        return Problem.invalid("roles", "cannot be those that run the platform: a program has no second factor");
    }

    static Problem notSignedIn() {
        return Problem.forbidden(
                "Sign in yourself: a key or a service account could otherwise outlive itself in another");
    }
}
