package io.skyholm.gateway.limit;

import java.util.LinkedHashMap;
import java.util.Map;

/** The buckets of the callers seen last; who is forgotten starts again with a full one. */
public final class Buckets {

    private final Map<String, TokenBucket> byCaller;

    public Buckets(int remembered) {
        this.byCaller = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, TokenBucket> eldest) {
                return size() > remembered;
            }
        };
    }

    /** Takes one out of the caller's bucket, which holds so many and fills at this rate. */
    public synchronized Taken take(String caller, double perSecond, double size, long now) {
        TokenBucket bucket = byCaller.computeIfAbsent(caller, unseen -> new TokenBucket(perSecond, size, now));
        boolean admitted = bucket.take(now);
        return new Taken(admitted, bucket.left(), bucket.secondsUntilFull(), bucket.secondsUntilNext());
    }

    /** Puts back what turned out not to count. */
    synchronized void giveBack(String caller) {
        TokenBucket bucket = byCaller.get(caller);
        if (bucket != null) {
            bucket.giveBack();
        }
    }

    /** What a caller got out of its bucket, and what is left for it. */
    public record Taken(boolean admitted, long left, long secondsUntilFull, long secondsUntilNext) {}
}
