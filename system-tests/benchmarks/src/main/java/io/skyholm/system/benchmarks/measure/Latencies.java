package io.skyholm.system.benchmarks.measure;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** How long answers took. */
public final class Latencies {

    private static final int MOST = 1_000_000;

    private final long[] nanos = new long[MOST];
    private final AtomicInteger count = new AtomicInteger();

    public void add(long took) {
        nanos[count.getAndIncrement() % MOST] = took;
    }

    /** The milliseconds that this share of the answers did not exceed. */
    public double milliseconds(double share) {
        int known = Math.min(count.get(), MOST);
        long[] sorted = Arrays.copyOf(nanos, known);
        Arrays.sort(sorted);
        return known == 0 ? 0 : sorted[(int) Math.min(known - 1, Math.round(share * known))] / 1e6;
    }
}
