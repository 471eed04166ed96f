package io.skyholm.network.port;

import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;

/**
 * Keeps what plans allow as it is while ports are told of it: a port that nobody sees yet cannot be marked when its plan changes, and a plan's
 * fact comes once.
 */
@Singleton
public class RateLock {

    private static final String NAME = "the rates of plans";

    /** Until the transaction ends, no plan changes. */
    public void shared(Work work) {
        work.lockNameShared(NAME);
    }

    /** Until the transaction ends, nobody reads what plans allow. */
    void exclusive(Work work) {
        work.lockName(NAME);
    }
}
