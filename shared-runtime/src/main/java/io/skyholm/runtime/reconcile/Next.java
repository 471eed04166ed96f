package io.skyholm.runtime.reconcile;

import java.time.Duration;
import java.time.Instant;

/** When a reconciler wants to look at a row again. */
public sealed interface Next {

    /** How long a row that waits for a time of the calendar is left alone: who sets the calendar back would otherwise leave it for long. */
    Duration LONGEST = Duration.ofMinutes(10);

    /** The row is what it should be; only a wake-up brings it back. */
    Next DONE = new Done();

    /** There is more to do at once. */
    Next NOW = new Again(Duration.ZERO);

    /** The row waits for something; it is looked at by then at the latest. */
    static Next in(Duration delay) {
        return new Again(delay);
    }

    /**
     * Something is due at that time of the calendar. A time and no delay: the calendar may move between the look and the note of when to look
     * again, which would then be later by as much.
     */
    static Next at(Instant due) {
        return new At(due);
    }

    /** See {@link #DONE}. */
    record Done() implements Next {}

    /** See {@link #in}. */
    record Again(Duration delay) implements Next {}

    /** See {@link #at}. */
    record At(Instant due) implements Next {}
}
