package io.skyholm.compute.consolesession;

import java.time.Duration;

/** So many bytes in a second, of which as many may come at once. */
final class TokenBucket {

    private static final double SECOND = Duration.ofSeconds(1).toNanos();

    private final int bytesPerSecond;
    private double left;
    private long since;

    /** That begins at a time of {@link System#nanoTime}. */
    TokenBucket(int bytesPerSecond, long now) {
        this.bytesPerSecond = bytesPerSecond;
        this.left = bytesPerSecond;
        this.since = now;
    }

    /** Notes that so many went, and says for how many milliseconds nothing more may. */
    long take(int bytes, long now) {
        left = Math.min(bytesPerSecond, left + (now - since) / SECOND * bytesPerSecond) - bytes;
        since = now;
        return left >= 0 ? 0 : (long) Math.ceil(-left / bytesPerSecond * 1000);
    }
}
