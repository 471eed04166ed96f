package io.skyholm.events.host;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is on a host, desired or not: what is not in it is not there.
 *
 * @param part and {@code parts}: a large host tells it in several reports with the same time, counted from 1
 * @param counts of how many things of each kind there is anything, in all parts together, so that each part says what the host holds
 *     none of; null from an agent that does not count
 */
public record Inventory(
        UUID hostId,
        Instant at,
        int part,
        int parts,
        @Nullable Map<ThingKind, Integer> counts,
        List<Observation> things)
        implements HostReport {

    public Inventory {
        ReportRules.isThere("hostId", hostId);
        ReportRules.isTime("at", at);
        counts = ReportRules.counts("counts", counts);
        things = ReportRules.list("things", things);
    }

    /** Of an agent that does not count. */
    public Inventory(UUID hostId, Instant at, int part, int parts, List<Observation> things) {
        this(hostId, at, part, parts, null, things);
    }

    /** Whether it proves that there is nothing of that kind: by its counts, or, without them, since it has no other part. */
    public boolean showsNo(ThingKind kind) {
        boolean mayBeElsewhere = counts == null ? parts != 1 : counts.getOrDefault(kind, 0) > 0;
        return !mayBeElsewhere
                && things.stream().noneMatch(thing -> thing.kind().equals(kind) && thing.exists());
    }
}
