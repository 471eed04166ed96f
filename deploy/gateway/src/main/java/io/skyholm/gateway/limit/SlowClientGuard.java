package io.skyholm.gateway.limit;

import io.skyholm.gateway.call.RouteClass;
import java.util.concurrent.TimeUnit;

/**
 * Whether a client keeps up: its body has to come at its class's rate in each stretch of some seconds, one that is held
 * also within the class's time, and an answer has to be read at all, and not by the drop.
 */
final class SlowClientGuard {

    private static final long STRETCH = TimeUnit.SECONDS.toNanos(5);
    private static final long UNREAD = TimeUnit.SECONDS.toNanos(20);
    private static final long STALLED = TimeUnit.SECONDS.toNanos(2);

    /**
     * What is seen of a client's reading comes in steps of the kernel's buffers, up to some hundred kilobytes: over a shorter time a rate
     * would end slow honest clients.
     */
    private static final long ANSWER_STRETCH = TimeUnit.SECONDS.toNanos(120);

    private static final long ANSWER_BYTES = 256 * 1024;

    private final RouteClass limits;
    private final long began;
    private long checkedAt;
    private long checkedBytes;
    private long movedAt;
    private long movedBytes;
    private long answerCheckedAt;
    private long answerCheckedBytes;
    private int looks;
    private int stuckLooks;

    SlowClientGuard(RouteClass limits, long now) {
        this.limits = limits;
        this.began = now;
        this.checkedAt = now;
        this.movedAt = now;
        this.answerCheckedAt = now;
    }

    boolean isTooSlow(boolean reading, long read, boolean stuck, long written, long now) {
        if (!(reading || stuck) || read + written != movedBytes) {
            movedAt = now;
            movedBytes = read + written;
        }
        boolean unread = stuck && now - movedAt > UNREAD;
        return isBodyTooSlow(reading, read, now) || isAnswerTooSlow(stuck, written, now) || unread;
    }

    /** Only where the client was what it waited for most of the time: a stream on which little happens is not slow. */
    private boolean isAnswerTooSlow(boolean stuck, long written, long now) {
        looks++;
        stuckLooks += stuck ? 1 : 0;
        if (now - answerCheckedAt < ANSWER_STRETCH) {
            return false;
        }
        boolean tooSlow = stuck && stuckLooks * 2 > looks && written - answerCheckedBytes < ANSWER_BYTES;
        answerCheckedAt = now;
        answerCheckedBytes = written;
        looks = 0;
        stuckLooks = 0;
        return tooSlow;
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
