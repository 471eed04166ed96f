package io.skyholm.network.networkingconfig;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.runtime.problem.DatabaseProblems;
import io.skyholm.runtime.problem.Problem;

/** What can go wrong with networking documents. */
final class NetworkingConfigProblems {

    private NetworkingConfigProblems() {}

    /** What a unique index refused, in words. */
    static Throwable explain(Throwable refusal) {
        return DatabaseProblems.violates("networking_config_active").test(refusal)
                ? Problem.of(
                        CONFLICT,
                        "NETWORKING_CONFIG_ACTIVE",
                        "Another document of this type was activated at this moment; try again")
                : refusal;
    }
}
