package io.skyholm.runtime.time;

import java.time.Instant;
import java.time.InstantSource;

/**
 * The time of the machine's clock, which no test moves. It is for what is compared with other programs that have only that
 * time: leases, heartbeats, the tokens and sessions of Keycloak, what audit proves, and when technical rows are deleted.
 */
public final class RealTime {

    private static final InstantSource CLOCK = InstantSource.system();

    private RealTime() {}

    /** What the machine's clock shows. */
    public static Instant now() {
        return CLOCK.instant();
    }
}
