package io.skyholm.agent.simulated;

import io.skyholm.agent.report.Reports;
import io.skyholm.events.host.HostReport;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Reports of which some come late, twice or never.
 *
 * @param late and {@code twice} and {@code never}: shares of all reports, from 0 to 1
 */
public record UnreliableReports(
        Reports reports, ScheduledExecutorService timer, double late, double twice, double never) implements Reports {

    private static final int LATEST_MILLIS = 5000;

    /** Reads what a person configured, such as {@code late=0.1,twice=0.1,never=0.05}. */
    public static Reports of(Reports reports, ScheduledExecutorService timer, Map<String, String> told) {
        return new UnreliableReports(reports, timer, share(told, "late"), share(told, "twice"), share(told, "never"));
    }

    @Override
    public void tell(HostReport report) {
        if (happens(never)) {
            return;
        }
        if (happens(twice)) {
            soon(report);
        }
        if (happens(late)) {
            soon(report);
        } else {
            reports.tell(report);
        }
    }

    private void soon(HostReport report) {
        long wait = ThreadLocalRandom.current().nextLong(LATEST_MILLIS);
        Future<?> ignored = timer.schedule(() -> reports.tell(report), wait, TimeUnit.MILLISECONDS);
    }

    private static boolean happens(double share) {
        return share > 0 && ThreadLocalRandom.current().nextDouble() < share;
    }

    private static double share(Map<String, String> told, String name) {
        return Double.parseDouble(told.getOrDefault(name, "0"));
    }
}
