package io.skyholm.network.cidr;

import java.util.ArrayList;
import java.util.List;

/** Divides a block, so that several can take addresses of it at once: whoever takes one holds a free range for a moment. */
public final class FreeRanges {

    private static final int MOST = 32;
    private static final int SHORTEST = 64;

    private FreeRanges() {}

    /** All places that may be given: neither the network's own, nor IPv4's broadcast, nor the gateway. */
    public static List<FreeRange> of(Cidr block, String gateway) {
        long last = block.family() == 4 ? block.lastPlace() - 1 : block.lastPlace();
        long length = Math.ceilDiv(last, Math.clamp(last / SHORTEST, 1, MOST));
        long taken = block.place(gateway);
        List<FreeRange> ranges = new ArrayList<>();
        for (long first = 1; first <= last; first += length) {
            long end = Math.min(first + length - 1, last);
            if (taken < first || taken > end) {
                add(ranges, first, end);
            } else {
                add(ranges, first, taken - 1);
                add(ranges, taken + 1, end);
            }
        }
        return ranges;
    }

    private static void add(List<FreeRange> ranges, long first, long last) {
        if (first <= last) {
            ranges.add(new FreeRange(ranges.size(), first, last));
        }
    }
}
