package io.skyholm.identity.serviceaccount;

import io.skyholm.runtime.problem.DatabaseProblems;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemKind;

/** What can go wrong with service accounts. */
final class ServiceAccountProblems {

    private ServiceAccountProblems() {}

    static Problem tenantNotFound() {
        return Problem.invalid("tenantId", "names no tenant that you may see");
    }

    static Problem platformRole() {
        return Problem.invalid("roles", "cannot be those that run the platform: a program has no second factor");
    }

    static Problem notSignedIn() {
        return Problem.forbidden(
                "Sign in yourself: a key or a service account could otherwise outlive itself in another");
    }

    static Throwable explain(Throwable refusal) {
        return DatabaseProblems.violates("service_account_name").test(refusal)
                ? Problem.of(
                        ProblemKind.CONFLICT,
                        "SERVICE_ACCOUNT_NAME_TAKEN",
                        "Another service account has this name; choose another")
                : refusal;
    }
}
