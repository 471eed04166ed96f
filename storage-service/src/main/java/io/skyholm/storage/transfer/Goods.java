package io.skyholm.storage.transfer;

import io.skyholm.events.identity.CountedKind;
import io.skyholm.storage.HeldRows;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What goes to another tenant together, as it is now.
 *
 * @param counts how much of each quota it takes; kinds of which it has nothing are left out
 */
record Goods(UUID tenantId, String name, Map<CountedKind, Long> counts) {

    /** So many things go at once, since that is one transaction. */
    static final int MOST_THINGS = 200;

    Goods(UUID tenantId, String name) {
        this(tenantId, name, new EnumMap<>(CountedKind.class));
    }

    /** The same with so much more of that kind. */
    Goods with(CountedKind kind, long amount) {
        Map<CountedKind, Long> more = new EnumMap<>(CountedKind.class);
        more.putAll(counts);
        if (amount > 0) {
            more.put(kind, amount);
        }
        return new Goods(tenantId, name, more);
    }

    /** The same with things of a kind that have a size, which counts as another. */
    Goods with(CountedKind kind, CountedKind gib, HeldRows rows) {
        return with(kind, rows.many()).with(gib, rows.gib());
    }

    /** Refuses more things than go at once. */
    void checkNotTooMany(CountedKind... things) {
        long many = 0;
        for (CountedKind kind : things) {
            many += counts.getOrDefault(kind, 0L);
        }
        if (many > MOST_THINGS) {
            throw StorageTransferProblems.tooMany(MOST_THINGS);
        }
    }

    /** How much it takes, by the names that quotas have for it. */
    Map<String, Long> labelled() {
        Map<String, Long> labelled = new TreeMap<>();
        counts.forEach((kind, amount) -> labelled.put(kind.label(), amount));
        return labelled;
    }

    /** Refuses to take more of any quota than was offered: nobody gets more than they have read of. */
    void checkWithin(Map<String, Long> offered) {
        boolean isMore = labelled().entrySet().stream()
                .anyMatch(taken -> taken.getValue() > offered.getOrDefault(taken.getKey(), 0L));
        if (isMore) {
            throw StorageTransferProblems.hasGrown();
        }
    }
}
