package io.skyholm.runtime.reconcile;

import java.time.Duration;

/** When a reconciler wants to look at a row again. */
public sealed interface Next {

    /** The row is what it should be; only a wake-up brings it back. */
    Next DONE = new Done();

    /** There is more to do at once. */
    Next NOW = new Again(Duration.ZERO);

    /** The row waits for something; it is looked at by then at the latest. */
    static Next in(Duration delay) {
        return new Again(delay);
    }

    /** See {@link #DONE}. */
    record Done() implements Next {}

    /** See {@link #in}. */
    record Again(Duration delay) implements Next {}
}
