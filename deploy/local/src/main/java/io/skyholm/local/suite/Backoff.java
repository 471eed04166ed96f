package io.skyholm.local.suite;

import java.time.Duration;
import java.time.Instant;

/** How long to wait before the next attempt: nothing at first, longer each time, and little again after a good while. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration GOOD_WHILE = Duration.ofMinutes(2);

    private Duration wait = Duration.ZERO;
    private Instant last = Instant.MIN;

    Duration next(Instant now) {
        boolean calm = last.isBefore(now.minus(GOOD_WHILE));
        wait = calm ? Duration.ZERO : longer(wait);
        last = now;
        return wait;
    }

    private static Duration longer(Duration wait) {
        if (wait.isZero()) {
            return FIRST;
        }
        Duration doubled = wait.multipliedBy(2);
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }
}
