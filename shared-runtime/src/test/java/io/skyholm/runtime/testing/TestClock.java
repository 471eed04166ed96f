package io.skyholm.runtime.testing;

import io.skyholm.local.suite.TestPlatform;
import java.time.Duration;
import java.time.Instant;

/**
 * The calendar time of the service under test. It is moved for the whole module and never back, so tests take times that
 * lie ahead from {@link #now} and not from the machine.
 */
public final class TestClock {

    private static final TestPlatform PLATFORM = TestPlatform.with("postgres");

    private TestClock() {}

    /** What time it is for the service. */
    public static Instant now() {
        return PLATFORM.clock().now();
    }

    /** How far the service's time has been moved. */
    public static Duration ahead() {
        return PLATFORM.clock().ahead();
    }

    /** Moves time forward. */
    public static void forward(Duration time) {
        PLATFORM.clock().forward(time);
    }
}
