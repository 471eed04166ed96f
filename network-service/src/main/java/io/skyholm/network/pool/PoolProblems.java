package io.skyholm.network.pool;

import io.skyholm.runtime.problem.Conflicts;

/** What can go wrong with address pools. */
final class PoolProblems {

    /** What its unique indexes refuse. */
    static final Conflicts CONFLICTS = Conflicts.of(
                    "ip_pool_name", "POOL_NAME_TAKEN", "Another pool of this data centre has this name; choose another")
            .or("ip_pool_subnet", "SUBNET_HAS_A_POOL", "The subnet has a pool already; a subnet has one");

    private PoolProblems() {}
}
