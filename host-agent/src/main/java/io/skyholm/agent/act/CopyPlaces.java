package io.skyholm.agent.act;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The places for copies. The tenant that has had the least copied is next, so that one who makes many or huge disks keeps nobody from
 * theirs. All places but one are for small copies, which large ones would hold up for hours, and that one is for a large copy first.
 */
final class CopyPlaces {

    private static final int AT_ONCE = 2;
    private static final int LARGE_AT_ONCE = 1;

    private final List<Copy> running = new ArrayList<>();
    private final List<Waiter> waiting = new ArrayList<>();
    private final CopyQueue small = new CopyQueue();
    private final CopyQueue large = new CopyQueue();

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
        waiting.add(waiter);
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
            waiting.remove(waiter);
        }
    }

    /** Gives the place to who is next. */
    synchronized void leave(Copy copy) {
        running.remove(copy);
        admit();
    }

    /** How many wait. */
    synchronized int waiting() {
        return waiting.size();
    }

    private void admit() {
        for (Optional<Waiter> next = next(); next.isPresent(); next = next()) {
            admit(next.get());
        }
        notifyAll();
    }

    private Optional<Waiter> next() {
        return Stream.of(false, true)
                .flatMap(isSmall -> next(isSmall).stream())
                .filter(waiter -> hasRoom(waiter.copy))
                .findFirst();
    }

    /** Of those who have had as much as each other, the one who has waited longest. */
    private Optional<Waiter> next(boolean isSmall) {
        return waiting.stream()
                .filter(waiter -> waiter.copy.isSmall() == isSmall)
                .min(Comparator.comparingLong(waiter -> queue(waiter.copy).of(waiter.copy.tenant())));
    }

    private CopyQueue queue(Copy copy) {
        return copy.isSmall() ? small : large;
    }

    private boolean hasRoom(Copy copy) {
        long largeOnes = running.stream().filter(one -> !one.isSmall()).count();
        return running.size() < AT_ONCE && (copy.isSmall() || largeOnes < LARGE_AT_ONCE);
    }

    private void admit(Waiter waiter) {
        waiter.isAdmitted = true;
        waiting.remove(waiter);
        running.add(waiter.copy);
        queue(waiter.copy).had(waiter.copy.tenant(), waiter.copy.gb());
    }
}
