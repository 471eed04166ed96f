package io.skyholm.agent.attachment;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Who changes a disk has it to themselves, and those who read it have it together. Others wait for a moment, and then leave their place to
 * somebody else's work until they are tried again: a hypervisor that hangs with one disk would otherwise take all places of its host.
 */
final class DiskLocks {

    private static final int A_PART = 1;
    private static final int ALL = 1 << 20;

    private final Duration patience;

    /** How much of each disk is taken; of one that nobody works on there is nothing. */
    private final Map<UUID, Integer> taken = new HashMap<>();

    DiskLocks(Duration patience) {
        this.patience = patience;
    }

    /** Does it when nobody else works on the disk; fails for now if somebody does for longer than one waits. */
    void alone(UUID disk, Runnable work) {
        with(disk, ALL, work);
    }

    /** The same for what others may do at the same time. */
    void together(UUID disk, Runnable work) {
        with(disk, A_PART, work);
    }

    private void with(UUID disk, int share, Runnable work) {
        take(disk, share);
        try {
            work.run();
        } finally {
            leave(disk, share);
        }
    }

    private synchronized void take(UUID disk, int share) {
        long until = System.nanoTime() + patience.toNanos();
        while (taken.getOrDefault(disk, 0) + share > ALL) {
            long left = until - System.nanoTime();
            if (left <= 0) {
                throw isBusy(disk);
            }
            await(disk, left);
        }
        taken.merge(disk, share, Integer::sum);
    }

    private synchronized void leave(UUID disk, int share) {
        taken.computeIfPresent(disk, (id, all) -> all == share ? null : all - share);
        notifyAll();
    }

    private void await(UUID disk, long nanos) {
        try {
            TimeUnit.NANOSECONDS.timedWait(this, nanos);
        } catch (InterruptedException notDesiredAnyMore) {
            Thread.currentThread().interrupt();
            throw isBusy(disk);
        }
    }

    private static HypervisorProblem isBusy(UUID disk) {
        return HypervisorProblem.notYet("Disk " + disk + " is being attached, copied or removed");
    }
}
