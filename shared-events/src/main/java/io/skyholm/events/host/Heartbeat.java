package io.skyholm.events.host;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * That a host is alive, and how it is.
 *
 * @param warnings for a person: what is not as it should be; none on a healthy host
 */
public record Heartbeat(
        UUID hostId,
        Instant at,
        String agentVersion,
        double cpuUsagePercent,
        double memoryUsagePercent,
        double diskUsagePercent,
        boolean critical,
        List<String> warnings)
        implements HostReport {

    public Heartbeat {
        ReportRules.isThere("hostId", hostId);
        ReportRules.isTime("at", at);
        ReportRules.isThere("agentVersion", agentVersion);
        ReportRules.isText("agentVersion", agentVersion);
        warnings = ReportRules.list("warnings", warnings);
        warnings.forEach(warning -> ReportRules.isText("warning", warning));
    }
}
