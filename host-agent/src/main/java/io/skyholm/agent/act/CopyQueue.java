package io.skyholm.agent.act;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.UUID;

/**
 * Whose turn it is to copy, by what each tenant has had copied: that of a tenant comes when all others who wait have had as much since it
 * copied last. Who has waited for nothing gains nothing by it, so that nobody can save up turns (start-time fair queueing).
 */
final class CopyQueue {

    private static final int MOST_KNOWN = 1000;

    /** Of tenants, those only who have had more than whoever copied last. */
    private final SequencedMap<UUID, Long> had = new LinkedHashMap<>();

    private long reached;

    /** When it is the tenant's turn; the least is first. */
    long of(UUID tenant) {
        return Math.max(reached, had.getOrDefault(tenant, 0L));
    }

    /** It has had its turn, with so many GiB. */
    void had(UUID tenant, long gb) {
        reached = of(tenant);
        had.remove(tenant);
        had.put(tenant, reached + Math.max(1, gb));
        had.values().removeIf(all -> all <= reached);
        if (had.size() > MOST_KNOWN) {
            had.pollFirstEntry();
        }
    }

    /** Of how many tenants something is remembered. */
    int known() {
        return had.size();
    }
}
