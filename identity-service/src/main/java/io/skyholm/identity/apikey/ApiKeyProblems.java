package io.skyholm.identity.apikey;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;
import static io.skyholm.runtime.problem.ProblemKind.SHORT_OF;

import io.skyholm.runtime.problem.DatabaseProblems;
import io.skyholm.runtime.problem.Problem;
import java.util.function.Predicate;

/** What can go wrong with keys. */
final class ApiKeyProblems {

    /** A token can be good that names a user, or a tenant, of another database. */
    private static final Predicate<Throwable> UNKNOWN =
            DatabaseProblems.violates("api_key_user_id_fkey").or(DatabaseProblems.violates("api_key_tenant_id_fkey"));

    private ApiKeyProblems() {}

    static Problem notFound() {
        return Problem.notFound("API key");
    }

    static Problem overMeanwhile() {
        return Problem.unauthenticated("The key that you call with was changed or revoked meanwhile");
    }

    static Problem notYours() {
        return Problem.forbidden("Only its owner may change what a key allows; you may revoke it");
    }

    static Problem moreThanYouMay() {
        return Problem.forbidden("The key would allow more than you may do yourself");
    }

    static Problem beyondYours() {
        return Problem.forbidden(
                "The key reaches further than the one you call with: in permissions, project, addresses or time");
    }

    static Problem ofPeopleOnly() {
        return Problem.forbidden("A service account has no API keys: its tokens end by themselves");
    }

    static Problem tooMany(long most) {
        return Problem.of(
                SHORT_OF,
                "TOO_MANY_API_KEYS",
                "You may have %d API keys; revoke some that nobody uses".formatted(most));
    }

    static Problem revoked() {
        return Problem.of(CONFLICT, "API_KEY_REVOKED", "The key is revoked for good; make a new one");
    }

    static Problem expired() {
        return Problem.of(CONFLICT, "API_KEY_EXPIRED", "The key has expired; make a new one");
    }

    /** What the database refused, in words. */
    static Throwable explain(Throwable refusal) {
        return UNKNOWN.test(refusal)
                ? Problem.of(
                        CONFLICT,
                        "USER_UNKNOWN",
                        "Your account is not one of this platform's users; nobody owns the key")
                : refusal;
    }
}
