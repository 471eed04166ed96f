package io.skyholm.events.host;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What changed on a host just now. */
public record Observed(UUID hostId, Instant at, List<Observation> things) implements HostReport {

    public Observed {
        ReportRules.isThere("hostId", hostId);
        ReportRules.isTime("at", at);
        things = ReportRules.list("things", things);
    }
}
