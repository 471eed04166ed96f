package io.skyholm.network.pool;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.runtime.problem.DatabaseProblems;
import io.skyholm.runtime.problem.Problem;

/** What can go wrong with address pools. */
final class PoolProblems {

    private PoolProblems() {}

    static Problem subnetNotFound() {
        return Problem.invalid("subnetId", "names no subnet of yours");
    }

    /** What a unique index refused, in words. */
    static Throwable explain(Throwable refusal) {
        if (DatabaseProblems.violates("ip_pool_name").test(refusal)) {
            return Problem.of(CONFLICT, "POOL_NAME_TAKEN", "Another pool of the data centre has this name");
        }
        return DatabaseProblems.violates("ip_pool_subnet").test(refusal)
                ? Problem.of(CONFLICT, "SUBNET_HAS_A_POOL", "The subnet has a pool already; a subnet has one")
                : refusal;
    }
}
