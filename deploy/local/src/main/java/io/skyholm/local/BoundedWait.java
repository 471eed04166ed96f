package io.skyholm.local;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a condition, but never for ever. */
public final class BoundedWait {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private BoundedWait() {}

    /** Returns whether the condition came true within the limit. */
    public static boolean waitUntil(BooleanSupplier condition, Duration limit) {
        Stopwatch waiting = Stopwatch.started();
        while (!condition.getAsBoolean()) {
            if (waiting.isPast(limit)) {
                return false;
            }
            pause(PAUSE);
        }
        return true;
    }

    /** Sleeps; an interruption is passed on as a failure, because whoever interrupts wants an end. */
    public static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", interrupted);
        }
    }
}
