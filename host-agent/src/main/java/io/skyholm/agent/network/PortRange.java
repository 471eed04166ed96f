package io.skyholm.agent.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Ports of TCP or UDP, from the first to the last. */
record PortRange(int first, int last) {

    private static final int MOST = 0xffff;

    static final PortRange ALL = new PortRange(0, MOST);

    boolean isRight() {
        return first >= 0 && first <= last && last <= MOST;
    }

    String text() {
        return first == last ? Integer.toString(first) : first + "-" + last;
    }

    /** Those that together hold what all of them hold; none touches another. */
    static List<PortRange> apart(Collection<PortRange> all) {
        List<PortRange> apart = new ArrayList<>();
        all.stream().sorted(Comparator.comparingInt(PortRange::first)).forEach(next -> {
            if (apart.isEmpty() || apart.getLast().last + 1 < next.first) {
                apart.add(next);
            } else {
                PortRange before = apart.removeLast();
                apart.add(new PortRange(before.first, Math.max(before.last, next.last)));
            }
        });
        return apart;
    }
}
