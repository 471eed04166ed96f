package io.skyholm.compute.placement;

import java.util.Locale;

/** How a pool chooses among the machines that have room. */
enum Policy {
    /** The emptiest, so that all have something left. */
    LOAD_BALANCE,
    /** The fullest, so that large instances find room elsewhere. */
    BIN_PACK;

    /** The policy of that name in a pool; what is not known is balanced. */
    static Policy of(String name) {
        return name.toUpperCase(Locale.ROOT).equals(BIN_PACK.name()) ? BIN_PACK : LOAD_BALANCE;
    }

    /** The lower, the better. */
    double score(Host host, Demand demand) {
        double fullness = host.fullnessWith(demand.size());
        return switch (this) {
            case LOAD_BALANCE -> fullness;
            case BIN_PACK -> -fullness;
        };
    }
}
