package io.skyholm.gateway.limit;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The memory that the heads of open requests take, and bodies while they are held. When it is used up, the request that has waited
 * for its client for longest is given up, first of the caller whose bodies take too much, then of strangers.
 */
public final class HeldBytes {

    private final long most;
    private final long mostPerCaller;
    private final Set<OpenCall> calls = new LinkedHashSet<>();
    private final Map<String, Long> byCaller = new HashMap<>();
    private long all;

    public HeldBytes(long most, long mostPerCaller) {
        this.most = most;
        this.mostPerCaller = mostPerCaller;
    }

    /** Counts more bytes of the body of a call, whose end is told by {@link #release}. */
    public void add(OpenCall call, int bytes) {
        OpenCall slowest = count(call, bytes);
        if (slowest != null) {
            slowest.giveUp();
        }
    }

    /** Counts the head of a call, for as long as it is open; false if it has no room, and nobody waits who could make some. */
    public boolean admits(OpenCall call, int headBytes) {
        Optional<OpenCall> slowest = Optional.empty();
        synchronized (this) {
            if (all + headBytes > most) {
                slowest = dropAny();
                if (slowest.isEmpty()) {
                    return false;
                }
            }
            calls.add(call);
            all += headBytes;
            call.holdsHead(headBytes);
        }
        slowest.ifPresent(OpenCall::giveUp);
        return true;
    }

    public synchronized void release(OpenCall call) {
        if (calls.remove(call)) {
            change(call, -call.heldBytes());
            all -= call.headBytes();
            call.holdsHead(0);
        }
    }

    private synchronized @Nullable OpenCall count(OpenCall call, int bytes) {
        calls.add(call);
        change(call, bytes);
        if (byCaller.getOrDefault(holder(call), 0L) > mostPerCaller) {
            return drop(other -> holder(other).equals(holder(call))).orElse(call);
        }
        if (all > most) {
            return dropAny().orElse(call);
        }
        return null;
    }

    private Optional<OpenCall> dropAny() {
        return drop(other -> other.call().isStrangers()).or(() -> drop(other -> true));
    }

    private Optional<OpenCall> drop(Predicate<OpenCall> whose) {
        Optional<OpenCall> oldest =
                calls.stream().filter(OpenCall::waitsForClient).filter(whose).findFirst();
        oldest.ifPresent(this::release);
        return oldest;
    }

    private void change(OpenCall call, long bytes) {
        call.holds(call.heldBytes() + bytes);
        all += bytes;
        byCaller.merge(holder(call), bytes, (before, more) -> before + more == 0 ? null : before + more);
    }

    private static String holder(OpenCall call) {
        return call.call().caller().tenant();
    }
}
