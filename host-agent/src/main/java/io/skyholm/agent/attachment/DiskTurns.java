package io.skyholm.agent.attachment;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Who works on a disk has it to themselves. Others wait for a moment, and then leave their place to somebody else's work until they are
 * tried again: a hypervisor that hangs with one disk would otherwise take all places of its host.
 */
final class DiskTurns {

    private final Duration patience;
    private final Set<UUID> taken = new HashSet<>();

    DiskTurns(Duration patience) {
        this.patience = patience;
    }

    /** Does it when nobody else works on the disk; fails for now if somebody does for longer than one waits. */
    void alone(UUID disk, Runnable work) {
        take(disk);
        try {
            work.run();
        } finally {
            leave(disk);
        }
    }

    private synchronized void take(UUID disk) {
        long until = System.nanoTime() + patience.toNanos();
        while (taken.contains(disk)) {
            long left = until - System.nanoTime();
            if (left <= 0) {
                throw isBusy(disk);
            }
            await(disk, left);
        }
        taken.add(disk);
    }

    private synchronized void leave(UUID disk) {
        taken.remove(disk);
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
        return HypervisorProblem.notYet("Disk " + disk + " is being attached or removed");
    }
}
