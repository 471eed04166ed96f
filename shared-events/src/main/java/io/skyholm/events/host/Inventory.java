package io.skyholm.events.host;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Everything that is on a host, desired or not: what is not in it is not there.
 *
 * @param part and {@code parts}: a large host tells it in several reports with the same time, counted from 1
 */
public record Inventory(UUID hostId, Instant at, int part, int parts, List<Observation> things) implements HostReport {

    public Inventory {
        ReportRules.isThere("hostId", hostId);
        ReportRules.isTime("at", at);
        things = ReportRules.list("things", things);
    }
}
