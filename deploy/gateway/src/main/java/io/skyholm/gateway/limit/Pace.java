package io.skyholm.gateway.limit;

import io.skyholm.gateway.call.RouteClass;
import java.util.concurrent.TimeUnit;

/**
 * Whether a client keeps up: its body has to come at its class's rate in each stretch of some seconds, one that is held
 * also within the class's time, and an answer has to be read at all.
 */
final class Pace {

    private static final long STRETCH = TimeUnit.SECONDS.toNanos(5);
    private static final long UNREAD = TimeUnit.SECONDS.toNanos(20);
    private static final long STALLED = TimeUnit.SECONDS.toNanos(2);

    private final RouteClass limits;
    private final long began;
    private long checkedAt;
    private long checkedBytes;
    private long movedAt;
    private long movedBytes;

    Pace(RouteClass limits, long now) {
        this.limits = limits;
        this.began = now;
        this.checkedAt = now;
        this.movedAt = now;
    }

    boolean isTooSlow(boolean reading, long read, boolean stuck, long written, long now) {
        if (!(reading || stuck) || read + written != movedBytes) {
            movedAt = now;
            movedBytes = read + written;
        }
        boolean unread = stuck && now - movedAt > UNREAD;
        return isBodyTooSlow(reading, read, now) || unread;
    }

    /** Whether its client has kept it waiting for a moment, as of the last time it was asked. */
    boolean isStalled(long now) {
        return now - movedAt > STALLED;
    }

    private boolean isBodyTooSlow(boolean reading, long read, long now) {
        if (!reading) {
            checkedAt = now;
            checkedBytes = read;
            return false;
        }
        if (limits.held() && now - began > limits.answer().toNanos()) {
            return true;
        }
        if (now - checkedAt < STRETCH) {
            return false;
        }
        long came = read - checkedBytes;
        long due = limits.bytesPerSecond() * TimeUnit.NANOSECONDS.toSeconds(now - checkedAt);
        checkedAt = now;
        checkedBytes = read;
        return came < due;
    }
}
