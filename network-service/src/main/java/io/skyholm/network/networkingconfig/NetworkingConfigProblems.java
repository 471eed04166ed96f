package io.skyholm.network.networkingconfig;

import io.skyholm.runtime.problem.Conflicts;

/** What can go wrong with networking documents. */
final class NetworkingConfigProblems {

    /** What its unique indexes refuse. */
    static final Conflicts CONFLICTS = Conflicts.of(
            "networking_config_active",
            "NETWORKING_CONFIG_ACTIVE",
            "Another document of this type was activated at this moment; try again");

    private NetworkingConfigProblems() {}
}
