package io.skyholm.hosts;

import io.micrometer.core.instrument.MeterRegistry;
import io.skyholm.runtime.time.RealTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Keeps away for a while hosts that sign many reports which cannot be read or stored: each costs a signature, and the last
 * kind a transaction, which the other hosts would wait for. Only what a host signed counts, or anybody who may write to the
 * topic could have another host set aside. Each process counts for itself, since a host's reports all come to one of them.
 */
@ApplicationScoped
public class HostQuarantine {

    private static final Logger LOG = Logger.getLogger(HostQuarantine.class);

    private final Map<UUID, BadReportCount> badReports = new ConcurrentHashMap<>();

    HostQuarantine(MeterRegistry metrics) {
        metrics.gauge("skyholm.reports.quarantined", this, quarantine -> quarantine
                .hosts()
                .size());
    }

    /** The hosts of which nothing is read at present. */
    public Set<UUID> hosts() {
        Instant now = RealTime.now();
        badReports.values().removeIf(count -> count.isForgotten(now));
        return badReports.entrySet().stream()
                .filter(host -> host.getValue().isQuarantined(now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether nothing of that host is read. */
    boolean holds(UUID host) {
        BadReportCount count = badReports.get(host);
        return count != null && count.isQuarantined(RealTime.now());
    }

    /** That host signed what is of no use. */
    void noteBad(UUID host) {
        Instant now = RealTime.now();
        boolean before = holds(host);
        BadReportCount count = badReports.compute(
                host, (same, earlier) -> earlier == null ? BadReportCount.first(now) : earlier.worse(now));
        if (!before && count.isQuarantined(now)) {
            LOG.errorf("Host %s sends one bad report after the other: it is not heard until %s", host, count.until());
        }
    }
}
