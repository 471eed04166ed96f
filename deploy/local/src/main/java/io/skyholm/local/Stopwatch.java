package io.skyholm.local;

import java.time.Duration;

/** How long something takes, by a clock that nobody sets: one that is set back in between would make a span negative. */
public final class Stopwatch {
    private final long began = System.nanoTime();

    private Stopwatch() {}

    public static Stopwatch started() {
        return new Stopwatch();
    }

    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Whether more than that has passed. */
    public boolean isPast(Duration limit) {
        return elapsed().compareTo(limit) > 0;
    }
}
