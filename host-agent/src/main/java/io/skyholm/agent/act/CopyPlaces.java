package io.skyholm.agent.act;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The places for copies. Tenants take turns, so that of many who wait nobody waits for more than one copy of each other; and all places
 * but one are kept for small copies, which large ones would hold up for hours.
 */
final class CopyPlaces {

    private static final int AT_ONCE = 2;
    private static final int LARGE_AT_ONCE = 1;

    private final List<Copy> running = new ArrayList<>();

    /** By tenant, the one whose turn it is first; what a tenant waits with is in the order in which it came. */
    private final Map<UUID, List<Waiter>> waiting = new LinkedHashMap<>();

    /** A copy until it has a place. */
    private static final class Waiter {

        private final Copy copy;
        private boolean isAdmitted;

        Waiter(Copy copy) {
            this.copy = copy;
        }
    }

    /** Waits for a place. */
    synchronized void take(Copy copy) throws InterruptedException {
        Waiter waiter = new Waiter(copy);
        waiting.computeIfAbsent(copy.tenant(), first -> new ArrayList<>()).add(waiter);
        admit();
        try {
            while (!waiter.isAdmitted) {
                wait();
            }
        } catch (InterruptedException notDesiredAnyMore) {
            giveUp(waiter);
            throw notDesiredAnyMore;
        }
    }

    private void giveUp(Waiter waiter) {
        if (waiter.isAdmitted) {
            leave(waiter.copy);
        } else {
            remove(waiter);
        }
    }

    /** Gives the place to who is next. */
    synchronized void leave(Copy copy) {
        running.remove(copy);
        admit();
    }

    /** How many wait. */
    synchronized int waiting() {
        return waiting.values().stream().mapToInt(List::size).sum();
    }

    private void admit() {
        for (Optional<Waiter> next = next(); next.isPresent(); next = next()) {
            admit(next.get());
        }
        notifyAll();
    }

    private Optional<Waiter> next() {
        return waiting.values().stream()
                .flatMap(List::stream)
                .filter(waiter -> hasRoom(waiter.copy))
                .findFirst();
    }

    private boolean hasRoom(Copy copy) {
        long large = running.stream().filter(one -> !one.isSmall()).count();
        return running.size() < AT_ONCE && (copy.isSmall() || large < LARGE_AT_ONCE);
    }

    /** Its tenant is the last whose turn it is again. */
    private void admit(Waiter waiter) {
        waiter.isAdmitted = true;
        running.add(waiter.copy);
        List<Waiter> others = remove(waiter);
        if (!others.isEmpty()) {
            waiting.remove(waiter.copy.tenant());
            waiting.put(waiter.copy.tenant(), others);
        }
    }

    private List<Waiter> remove(Waiter waiter) {
        List<Waiter> all = waiting.getOrDefault(waiter.copy.tenant(), new ArrayList<>());
        all.remove(waiter);
        if (all.isEmpty()) {
            waiting.remove(waiter.copy.tenant());
        }
        return all;
    }
}
