package io.skyholm.agent.act;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The threads that wait for a host's hypervisor, so many at once and each for so long at most. Copies have a few places of their
 * own: whoever makes many disks of images would otherwise hold up the machines of everybody else.
 */
public final class Workers implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places;
    private final CopyPlaces copies = new CopyPlaces();
    private final ScheduledExecutorService timer;
    private final Duration limit;
    private volatile boolean closed;

    /** The timer may be shared by many hosts; the limit is for one step. */
    public Workers(int atOnce, ScheduledExecutorService timer, Duration limit) {
        this.places = new Semaphore(atOnce);
        this.timer = timer;
        this.limit = limit;
    }

    /** Does it as soon as there is a place; nothing more is done once the workers are closed. */
    void soon(Runnable work) {
        atOnce(() -> inPlace(work));
    }

    /** Does it without a place, whatever else is under way. */
    public void atOnce(Runnable work) {
        try {
            threads.execute(work);
        } catch (RejectedExecutionException closed) {
            // A host that is being left is left as it is; whoever comes next goes on.
            return;
        }
    }

    /** The same after a while. */
    void later(Duration wait, Runnable work) {
        Future<?> ignored = timer.schedule(() -> soon(work), wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Makes a step on this thread, which has a place; one that copies leaves it to others meanwhile. */
    void make(Step step) {
        Copy copy = step.copy();
        if (copy == null) {
            withinLimit(step);
        } else {
            copy(step, copy);
        }
    }

    private void copy(Step step, Copy copy) {
        places.release();
        try {
            copies.take(copy);
            try {
                withinLimit(step);
            } finally {
                copies.leave(copy);
            }
        } catch (InterruptedException notDesiredAnyMore) {
            Thread.currentThread().interrupt();
            throw HypervisorProblem.notYet("It waits until other disks have been copied");
        } finally {
            places.acquireUninterruptibly();
        }
    }

    /** Interrupts the step when it takes longer than the limit and its own grace. */
    private void withinLimit(Step step) {
        Duration longest = limit.plus(step.grace());
        Alarm alarm = new Alarm(Thread.currentThread());
        Future<?> ringing = timer.schedule(alarm::ring, longest.toMillis(), TimeUnit.MILLISECONDS);
        try {
            step.work().run();
        } catch (HypervisorProblem problem) {
            throw alarm.hasRung()
                    ? new HypervisorProblem(
                            "The hypervisor did not answer within " + longest.toSeconds() + " s", problem)
                    : problem;
        } finally {
            alarm.off();
            ringing.cancel(false);
        }
    }

    @Override
    public void close() {
        closed = true;
        threads.shutdownNow();
    }

    /** Whether what fails now does so because it was ended. */
    boolean areClosed() {
        return closed;
    }

    private void inPlace(Runnable work) {
        try {
            places.acquire();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            work.run();
        } finally {
            places.release();
        }
    }

    /** Interrupts a thread, but never after it was switched off. */
    private static final class Alarm {

        private final Thread thread;
        private boolean on = true;
        private boolean rung;

        Alarm(Thread thread) {
            this.thread = thread;
        }

        synchronized void ring() {
            if (on) {
                rung = true;
                thread.interrupt();
            }
        }

        synchronized void off() {
            on = false;
        }

        synchronized boolean hasRung() {
            return rung;
        }
    }
}
