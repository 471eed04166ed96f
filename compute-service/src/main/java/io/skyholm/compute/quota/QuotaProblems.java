package io.skyholm.compute.quota;

import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can go wrong with quotas. */
final class QuotaProblems {

    private QuotaProblems() {}

    /** What is given back or made larger may be another user's: then nothing says whether a user or a group is at its limit. */
    static Problem exceeded(UUID tenant, @Nullable UUID user, UUID refusedBy) {
        String whose = refusedBy.equals(tenant) ? "tenant" : refusedBy.equals(user) ? "user" : "user or group";
        return Problem.of(
                ProblemKind.SHORT_OF,
                "QUOTA_EXCEEDED",
                "The quota of your " + whose + " has not enough left; delete something, or ask for more");
    }
}
