package io.skyholm.runtime.reconcile;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long a row that failed waits: longer each time, never long, and never all rows at once. */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 10;

    private Backoff() {}

    static Duration after(int failures) {
        long doubled = FIRST.toMillis() << Math.min(Math.max(failures - 1, 0), MOST_DOUBLINGS);
        long limited = Math.min(doubled, LONGEST.toMillis());
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(limited / 2, limited + 1));
    }
}
