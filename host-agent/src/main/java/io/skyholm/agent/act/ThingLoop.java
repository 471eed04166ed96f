package io.skyholm.agent.act;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.events.host.DesiredState;
import io.skyholm.events.host.Observation;
import io.skyholm.events.host.ThingKey;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings one thing to its newest desired state, whatever kind it is of. One worker at a time makes one step after the other
 * and looks before each what is desired now; what fails is tried again, less and less often, until it works or something else
 * is desired; what can never work is not.
 */
final class ThingLoop {

    /** What comes later than this after the last time is no repetition. */
    private static final Duration CALM = Duration.ofSeconds(30);

    /** A step tells of itself two or three times. */
    private static final int RESTLESS = 6;

    private final ThingKey key;
    private final Drivers drivers;
    private final HostObserver observer;
    private final Workers workers;
    private final Consumer<Observation> changes;

    private @Nullable DesiredState desired;
    private boolean busy;
    private boolean hopeless;
    private boolean again;
    private int unrest;
    private long changedAt = System.nanoTime();
    private int failures;
    private ThingProgress progress = ThingProgress.UNMANAGED;
    private @Nullable Thread stepping;
    private @Nullable Observation told;

    ThingLoop(ThingKey key, HostObserver observer, Workers workers, Consumer<Observation> changes) {
        this.key = key;
        this.drivers = observer.drivers();
        this.observer = observer;
        this.workers = workers;
        this.changes = changes;
    }

    /** Takes a newer desired state, or none any more. A step under way ends early where its end is no longer desired. */
    synchronized void take(@Nullable DesiredState newer) {
        desired = newer;
        failures = 0;
        hopeless = false;
        if (newer == null) {
            progress = ThingProgress.UNMANAGED;
        }
        if (stepping != null && drivers.interrupts(newer)) {
            stepping.interrupt();
        }
        look();
    }

    /** Looks whether the thing is as it is desired, and goes to work if it is not and there is any hope. */
    synchronized void look() {
        if (!busy && desired != null && !hopeless) {
            busy = true;
            workers.soon(this::work);
        }
    }

    /**
     * Looks at one that has changed by itself, once more if somebody does already. One that does so again and again, as a guest that crashes
     * whenever it is started, is looked at less and less often.
     */
    synchronized void lookAgain() {
        if (busy) {
            again = true;
            return;
        }
        long now = System.nanoTime();
        unrest = now - changedAt < CALM.toNanos() ? unrest + 1 : 0;
        changedAt = now;
        if (unrest < RESTLESS) {
            look();
        } else {
            workers.later(Backoff.after(unrest - RESTLESS + 1), this::look);
        }
    }

    /** The same for one that is not there yet: what it waits for may have come. */
    synchronized void lookIfUnsettled() {
        if (progress.phase() != ThingProgress.Phase.SETTLED) {
            look();
        }
    }

    /**
     * What is to be seen of it now; a desired state that no worker has come to yet is taken into account all the same. While a step
     * towards an older one is under way nothing is done: what it still brings about would be there after it was said to be absent.
     */
    Observation observation() {
        ThingProgress now;
        DesiredState newest;
        boolean isStepping;
        synchronized (this) {
            now = progress;
            newest = desired;
            isStepping = stepping != null;
        }
        if (newest == null || now.generation() >= newest.generation()) {
            return observer.of(key, now);
        }
        boolean isDone = !isStepping && drivers.next(newest).isEmpty();
        ThingProgress.Phase phase = isDone ? ThingProgress.Phase.SETTLED : ThingProgress.Phase.CHANGING;
        return observer.of(key, new ThingProgress(newest.generation(), phase, null));
    }

    /** A host that cannot be asked how the thing is, because that which holds it is silent, says so all the same. */
    private Observation observationIfSeen() {
        try {
            return observation();
        } catch (RuntimeException unseen) {
            return observer.unseen(key, progress(), told);
        }
    }

    private synchronized ThingProgress progress() {
        return progress;
    }

    private void work() {
        DesiredState current = begin();
        while (current != null) {
            try {
                Optional<Step> next = drivers.next(current);
                if (next.isPresent()) {
                    noteChanging(current);
                    make(next.get(), current);
                    current = begin();
                } else {
                    note(current, ThingProgress.Phase.SETTLED, null);
                    current = end(current);
                }
            } catch (RuntimeException problem) {
                current = endInFailure(current, problem);
            }
        }
    }

    private synchronized @Nullable DesiredState begin() {
        busy = desired != null;
        return desired;
    }

    private void make(Step step, DesiredState current) {
        synchronized (this) {
            if (!current.equals(desired)) {
                return;
            }
            stepping = Thread.currentThread();
        }
        try {
            workers.make(step);
        } finally {
            // An interruption was for the step, and must not reach what follows.
            synchronized (this) {
                stepping = null;
                boolean ignored = Thread.interrupted();
            }
        }
    }

    /** Done with this desired state: goes on with a newer one, if there is one. */
    private synchronized @Nullable DesiredState end(DesiredState done) {
        if (!done.equals(desired)) {
            return begin();
        }
        busy = false;
        failures = 0;
        if (again) {
            again = false;
            lookAgain();
        }
        return null;
    }

    private @Nullable DesiredState endInFailure(DesiredState failed, RuntimeException problem) {
        if (workers.areClosed()) {
            return null;
        }
        synchronized (this) {
            if (!failed.equals(desired)) {
                return begin();
            }
            failures++;
        }
        boolean waits = problem instanceof HypervisorProblem known && known.isPassing();
        boolean lasts = problem instanceof HypervisorProblem known && known.isLasting();
        ThingProgress.Phase phase = waits ? ThingProgress.Phase.CHANGING : ThingProgress.Phase.FAILED;
        note(failed, phase, String.valueOf(problem.getMessage()));
        synchronized (this) {
            busy = false;
            hopeless = lasts && failed.equals(desired);
            workers.later(Backoff.after(failures), this::look);
            if (!failed.equals(desired)) {
                look();
            }
            return null;
        }
    }

    /** What failed counts as failed until it has worked. */
    private void noteChanging(DesiredState current) {
        ThingProgress now = progress();
        if (now.phase() != ThingProgress.Phase.FAILED || now.generation() != current.generation()) {
            note(current, ThingProgress.Phase.CHANGING, null);
        }
    }

    /** Notes how far the thing is and tells it, unless that was told already or something newer is desired. */
    private void note(DesiredState current, ThingProgress.Phase phase, @Nullable String detail) {
        synchronized (this) {
            if (!current.equals(desired)) {
                return;
            }
            progress = new ThingProgress(current.generation(), phase, detail);
        }
        Observation now = phase == ThingProgress.Phase.SETTLED ? observation() : observationIfSeen();
        if (told == null || !HostObserver.areAlike(told, now)) {
            told = now;
            changes.accept(now);
        }
    }
}
