package io.skyholm.events.difference;

import java.util.ArrayList;
import java.util.List;

/**
 * Gathers what has changed, from a disk's beginning to its end. What lies close together is taken for one with what is between, which is read like the
 * rest; the more there is, the farther apart that may be. So there are never more than anybody can keep in memory, however a disk was written to.
 */
public final class Extents {

    /** No difference has more; whoever reads a disk keeps those of all that it stands on, for as long as they read. */
    public static final int MOST = 1 << 12;

    private static final long NEAR = 64L << 10;

    private List<Extent> found = new ArrayList<>();
    private long near = NEAR;

    /** Adds one, unless it begins before the last has ended; says whether it did. */
    public boolean add(Extent next) {
        if (!found.isEmpty() && next.at() < found.getLast().end()) {
            return false;
        }
        append(next);
        if (found.size() > MOST) {
            thin();
        }
        return true;
    }

    /** What was gathered, in its order. */
    public List<Extent> all() {
        return List.copyOf(found);
    }

    /** Half as many at least, so that it is not thinned again for each that follows. */
    private void thin() {
        while (found.size() > MOST / 2) {
            near *= 2;
            List<Extent> before = found;
            found = new ArrayList<>();
            before.forEach(this::append);
        }
    }

    private void append(Extent next) {
        if (found.isEmpty()) {
            found.add(next);
            return;
        }
        Extent last = found.getLast();
        long between = next.at() - last.end();
        boolean isSame = between == 0 && last.isZero() == next.isZero();
        if (isSame || between + zeros(last) + zeros(next) <= near) {
            found.set(found.size() - 1, new Extent(last.at(), next.end() - last.at(), isSame && last.isZero()));
        } else {
            found.add(next);
        }
    }

    /** Zeros that would be kept as bytes. */
    private static long zeros(Extent extent) {
        return extent.length() - extent.kept();
    }
}
