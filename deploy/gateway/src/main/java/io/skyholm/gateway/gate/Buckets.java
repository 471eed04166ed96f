package io.skyholm.gateway.gate;

import java.util.LinkedHashMap;
import java.util.Map;

/** The buckets of the callers seen last; who is forgotten starts again with a full one. */
final class Buckets {

    private static final int SECONDS_OF_BURST = 2;

    private final int perSecond;
    private final Map<String, TokenBucket> byCaller;

    Buckets(int perSecond, int remembered) {
        this.perSecond = perSecond;
        this.byCaller = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, TokenBucket> eldest) {
                return size() > remembered;
            }
        };
    }

    synchronized Taken take(String caller, long now) {
        TokenBucket bucket = byCaller.computeIfAbsent(
                caller, unseen -> new TokenBucket(perSecond, perSecond * (double) SECONDS_OF_BURST, now));
        boolean admitted = bucket.take(now);
        return new Taken(admitted, bucket.left(), bucket.secondsUntilFull(), bucket.secondsUntilNext());
    }

    /** What a caller got out of its bucket, and what is left for it. */
    record Taken(boolean admitted, long left, long secondsUntilFull, long secondsUntilNext) {}
}
