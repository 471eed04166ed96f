package io.skyholm.gateway.limit;

/** Fills steadily up to its size; every request takes one token out. */
final class TokenBucket {

    private static final double NANOSECONDS = 1e9;

    private final double perSecond;
    private final double size;
    private double tokens;
    private long filledAt;

    TokenBucket(double perSecond, double size, long now) {
        this.perSecond = perSecond;
        this.size = size;
        this.tokens = size;
        this.filledAt = now;
    }

    boolean take(long now) {
        tokens = Math.min(size, tokens + (now - filledAt) / NANOSECONDS * perSecond);
        filledAt = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }

    void giveBack() {
        tokens = Math.min(size, tokens + 1);
    }

    long left() {
        return (long) tokens;
    }

    long secondsUntilFull() {
        return (long) Math.ceil((size - tokens) / perSecond);
    }

    /** At least a second, since Retry-After knows nothing shorter. */
    long secondsUntilNext() {
        return Math.max(1, (long) Math.ceil((1 - tokens) / perSecond));
    }
}
