package io.skyholm.local;

import java.util.List;

/** The services of the suite by name. */
public final class Services {
    /** In the order in which a person reads about them. CONTRIBUTING.md says what else a new service needs. */
    public static final List<String> ALL =
            List.of("identity", "compute", "network", "storage", "billing", "audit", "support");

    private Services() {}
}
