package io.skyholm.runtime.reconcile;

import java.time.Duration;
import java.time.Instant;

/** When a reconciler wants to look at a row again. */
public sealed interface Next {

    /** How long a row that waits for a time of the calendar is left alone. */
    Duration LONGEST = Duration.ofMinutes(10);

    /** The row is what it should be; only a wake-up brings it back. */
    Next DONE = new Done();

    /** There is more to do at once. */
    Next NOW = new Again(Duration.ZERO);

    /** The row waits for something; it is looked at by then at the latest. */
    static Next in(Duration delay) {
        return new Again(delay);
    }

    /** Something is due at that time; calendar time may be moved meanwhile, so the row is looked at now and then until it is. */
    static Next at(Instant due, Instant now) {
        Duration left = Duration.between(now, due).plusMillis(1);
        return in(left.compareTo(LONGEST) > 0 ? LONGEST : left);
    }

    /** See {@link #DONE}. */
    record Done() implements Next {}

    /** See {@link #in}. */
    record Again(Duration delay) implements Next {}
}
