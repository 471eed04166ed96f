package io.skyholm.streams;

import java.time.Duration;

/**
 * What streams of a kind may cost.
 *
 * @param watchers how many may watch at once
 * @param pause how long a stream that has told everything waits before it looks again
 * @param recheck how long a watcher whose access has ended may still hear something
 * @param longest after which a stream ends; the client comes back if it wants more
 */
public record StreamLimits(Watchers watchers, Duration pause, Duration recheck, Duration longest) {

    private static final Duration USUAL_RECHECK = Duration.ofSeconds(15);

    /** With the usual time between two looks at the watcher's access. */
    public StreamLimits(Watchers watchers, Duration pause, Duration longest) {
        this(watchers, pause, USUAL_RECHECK, longest);
    }

    /**
     * How many may watch at once, in each process. A tenant and a caller may take only a part, so that nobody keeps all
     * others out.
     *
     * @param turn how long a stream lasts at least where there are more tenants than places
     */
    public record Watchers(int all, int ofTenant, int ofCaller, Duration turn) {

        private static final Duration USUAL_TURN = Duration.ofMinutes(1);

        /** With the usual turn. */
        public Watchers(int all, int ofTenant, int ofCaller) {
            this(all, ofTenant, ofCaller, USUAL_TURN);
        }
    }
}
