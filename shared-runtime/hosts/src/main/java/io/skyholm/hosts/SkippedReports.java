package io.skyholm.hosts;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Counts the reports that cannot be taken, so that somebody looks at their host. They are not kept: a host repeats in its
 * inventories all that still holds.
 */
@ApplicationScoped
class SkippedReports {

    private static final Logger LOG = Logger.getLogger(SkippedReports.class);
    private static final String SKIPPED = "skyholm.reports.skipped";
    private static final String REASON = "reason";

    private final MeterRegistry metrics;

    SkippedReports(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** No host that is known here signed them. Not logged one by one: anybody who may write could fill the log. */
    void unproved(int howMany) {
        metrics.counter(SKIPPED, REASON, "unproved").increment(howMany);
    }

    /** Its host sent too many that were of no use. */
    void quarantined() {
        metrics.counter(SKIPPED, REASON, "quarantined").increment();
    }

    /** The host signed what is no report. */
    void unreadable(UUID host, Throwable reason) {
        LOG.warnf("A report of host %s cannot be read: %s", host, reason);
        metrics.counter(SKIPPED, REASON, "unreadable").increment();
    }

    /** It could be read, and not be applied. */
    void refused(UUID host, Throwable reason) {
        LOG.errorf(reason, "A report of host %s cannot be applied", host);
        metrics.counter(SKIPPED, REASON, "refused").increment();
    }
}
