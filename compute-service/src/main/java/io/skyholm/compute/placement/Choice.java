package io.skyholm.compute.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Chooses machines for a demand: so many that fit are looked at, and the best of them taken, so that the choice does not
 * get slower with the number of machines. Packing looks from the front, balancing from anywhere.
 */
final class Choice {

    static final int LOOKED_AT = 128;
    static final int TAKEN = 8;

    private static final Rule[] RULES = Rule.values();

    private Choice() {}

    /**
     * The machines to claim, the best first.
     *
     * @param anywhere a number that differs from choice to choice
     */
    static List<UUID> of(List<Host> hosts, Demand demand, int anywhere) {
        return of(hosts, demand, anywhere, host -> true);
    }

    /** The same, of those machines only that are wanted. */
    static List<UUID> of(List<Host> hosts, Demand demand, int anywhere, Predicate<Host> wanted) {
        if (hosts.isEmpty()) {
            return List.of();
        }
        boolean packs = hosts.getFirst().policy == Policy.BIN_PACK;
        int start = packs ? 0 : Math.floorMod(anywhere, hosts.size());
        List<Scored> fitting = new ArrayList<>();
        for (int step = 0; step < hosts.size() && fitting.size() < LOOKED_AT; step++) {
            Host host = hosts.get((start + step) % hosts.size());
            if (wanted.test(host) && fits(host, demand)) {
                fitting.add(new Scored(host.id, host.policy.score(host, demand)));
            }
        }
        return fitting.stream()
                .sorted(Comparator.comparingDouble(Scored::score))
                .limit(TAKEN)
                .map(Scored::id)
                .toList();
    }

    static boolean fits(Host host, Demand demand) {
        for (Rule rule : RULES) {
            if (!rule.allows(host, demand)) {
                return false;
            }
        }
        return true;
    }

    private record Scored(UUID id, double score) {}
}
