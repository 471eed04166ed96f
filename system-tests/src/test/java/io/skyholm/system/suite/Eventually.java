package io.skyholm.system.suite;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Waits for a condition, and not for ever. */
public final class Eventually {

    private static final Duration LOOK = Duration.ofMillis(20);

    private Eventually() {}

    /** What the look finds, as soon as it finds something. */
    public static <T> T get(Duration timeout, Supplier<@Nullable T> look) {
        long end = System.nanoTime() + timeout.toNanos();
        while (System.nanoTime() < end) {
            T found = look.get();
            if (found != null) {
                return found;
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        throw new AssertionError("It did not happen within " + timeout);
    }

    /** Returns as soon as it is so. */
    public static void until(Duration timeout, BooleanSupplier condition) {
        get(timeout, () -> condition.getAsBoolean() ? Boolean.TRUE : null);
    }
}
