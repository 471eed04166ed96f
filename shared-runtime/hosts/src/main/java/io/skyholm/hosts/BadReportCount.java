package io.skyholm.hosts;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many bad reports a host has signed lately, and whether it is heard.
 *
 * @param since when the first of them came
 * @param until when it is heard again; absent while it is heard
 */
record BadReportCount(Instant since, int bad, @Nullable Instant until) {

    /** An agent that the platform does not understand sends less than that: a heartbeat each 10 s, and what changes. */
    private static final int MOST = 100;

    private static final Duration WITHIN = Duration.ofMinutes(1);
    private static final Duration QUARANTINE = Duration.ofMinutes(5);

    /** Of a host with its first bad report. */
    static BadReportCount first(Instant now) {
        return new BadReportCount(now, 1, null);
    }

    /** After another one. */
    BadReportCount worse(Instant now) {
        if (isQuarantined(now)) {
            return this;
        }
        if (until != null || since.plus(WITHIN).isBefore(now)) {
            return first(now);
        }
        return new BadReportCount(since, bad + 1, bad + 1 < MOST ? null : now.plus(QUARANTINE));
    }

    /** Whether nothing that it reports is read. */
    boolean isQuarantined(Instant now) {
        return until != null && now.isBefore(until);
    }

    /** Whether nothing that it did counts any more. */
    boolean isForgotten(Instant now) {
        return !isQuarantined(now) && since.plus(WITHIN).isBefore(now);
    }
}
