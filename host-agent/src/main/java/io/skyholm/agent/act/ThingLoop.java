package io.skyholm.agent.act;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.events.host.Observation;
import io.skyholm.events.host.ThingKey;
import io.skyholm.events.host.VmPower;
import io.skyholm.events.host.VmWish;
import io.skyholm.events.host.Wish;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings one thing to what was wished last. One worker at a time makes one step after the other and looks before each what
 * the newest wish is; what fails is tried again, less and less often, until it works or something else is wished.
 */
final class ThingLoop {

    private final ThingKey key;
    private final Steps steps;
    private final Sight sight;
    private final Workers workers;
    private final Consumer<Observation> changes;

    private @Nullable Wish wish;
    private boolean busy;
    private int failures;
    private Standing standing = Standing.UNWISHED;
    private @Nullable Thread stepping;
    private @Nullable Observation told;

    ThingLoop(ThingKey key, Sight sight, Workers workers, Consumer<Observation> changes) {
        this.key = key;
        this.steps = new Steps(sight.hypervisor());
        this.sight = sight;
        this.workers = workers;
        this.changes = changes;
    }

    /** Takes a newer wish, or none any more. A step under way ends early where its end is no longer wished for. */
    synchronized void take(@Nullable Wish newer) {
        wish = newer;
        failures = 0;
        if (newer == null) {
            standing = Standing.UNWISHED;
        }
        if (stepping != null && wins(newer)) {
            stepping.interrupt();
        }
        look();
    }

    /** Looks whether the thing is as it is wished, and goes to work if it is not. */
    synchronized void look() {
        if (!busy && wish != null) {
            busy = true;
            workers.soon(this::work);
        }
    }

    /** The same for one that is not there yet: what it waits for may have come. */
    synchronized void lookIfUnsettled() {
        if (standing.phase() != Standing.Phase.SETTLED) {
            look();
        }
    }

    /** What is to be seen of it now; a wish that no worker has come to yet is taken into account all the same. */
    Observation observation() {
        Standing now;
        Wish newest;
        synchronized (this) {
            now = standing;
            newest = wish;
        }
        if (newest == null || now.generation() >= newest.generation()) {
            return sight.of(key, now);
        }
        Standing.Phase phase = steps.remain(newest) ? Standing.Phase.CHANGING : Standing.Phase.SETTLED;
        return sight.of(key, new Standing(newest.generation(), phase, null));
    }

    private synchronized Standing standing() {
        return standing;
    }

    private static boolean wins(@Nullable Wish newer) {
        if (newer instanceof VmWish machine && machine.power() == VmPower.STOPPED) {
            return true;
        }
        return newer != null && !newer.present();
    }

    private void work() {
        Wish current = begin();
        while (current != null) {
            try {
                if (steps.remain(current)) {
                    standChanging(current);
                    make(current);
                    current = begin();
                } else {
                    stand(current, Standing.Phase.SETTLED, null);
                    current = end(current);
                }
            } catch (RuntimeException problem) {
                current = endInFailure(current, problem);
            }
        }
    }

    private synchronized @Nullable Wish begin() {
        busy = wish != null;
        return wish;
    }

    private void make(Wish current) {
        synchronized (this) {
            if (!current.equals(wish)) {
                return;
            }
            stepping = Thread.currentThread();
        }
        try {
            workers.within(Duration.ofSeconds(Steps.graceSeconds(current)), () -> steps.make(current));
        } finally {
            // An interruption was for the step, and must not reach what follows.
            synchronized (this) {
                stepping = null;
                boolean ignored = Thread.interrupted();
            }
        }
    }

    /** Done with this wish: goes on with a newer one, if there is one. */
    private synchronized @Nullable Wish end(Wish done) {
        if (!done.equals(wish)) {
            return begin();
        }
        busy = false;
        failures = 0;
        return null;
    }

    private @Nullable Wish endInFailure(Wish failed, RuntimeException problem) {
        if (workers.areClosed()) {
            return null;
        }
        synchronized (this) {
            if (!failed.equals(wish)) {
                return begin();
            }
            failures++;
        }
        boolean waits = problem instanceof HypervisorProblem known && known.isPassing();
        Standing.Phase phase = waits ? Standing.Phase.CHANGING : Standing.Phase.FAILED;
        stand(failed, phase, String.valueOf(problem.getMessage()));
        synchronized (this) {
            busy = false;
            workers.later(Backoff.after(failures), this::look);
            if (!failed.equals(wish)) {
                look();
            }
            return null;
        }
    }

    /** What failed counts as failed until it has worked. */
    private void standChanging(Wish current) {
        Standing now = standing();
        if (now.phase() != Standing.Phase.FAILED || now.generation() != current.generation()) {
            stand(current, Standing.Phase.CHANGING, null);
        }
    }

    /** Notes how far this wish is and tells it, unless that was told already or a newer wish came. */
    private void stand(Wish current, Standing.Phase phase, @Nullable String detail) {
        synchronized (this) {
            if (!current.equals(wish)) {
                return;
            }
            standing = new Standing(current.generation(), phase, detail);
        }
        Observation now = observation();
        if (told == null || !Sight.areAlike(told, now)) {
            told = now;
            changes.accept(now);
        }
    }
}
