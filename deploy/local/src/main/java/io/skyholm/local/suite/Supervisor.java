package io.skyholm.local.suite;

import io.skyholm.local.BoundedWait;
import io.skyholm.local.Progress;
import io.skyholm.local.Stopwatch;
import io.skyholm.local.process.PidFile;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.function.BooleanSupplier;

/** Watches the parts of a suite and starts again what died, until the suite is closed. */
public final class Supervisor {
    private static final Duration GLANCE = Duration.ofMillis(250);
    private static final Duration ROUND = Duration.ofSeconds(5);

    private final Suite suite;
    private final Progress progress;

    public Supervisor(Suite suite, Progress progress) {
        this.suite = suite;
        this.progress = progress;
    }

    /** Where a supervisor of this suite leaves its number. */
    public static PidFile pidFile(Suite suite) {
        return new PidFile(suite.site().data().pidFile("supervisor"));
    }

    /** Watches until the suite is closed. */
    public void watch(Collection<String> names) {
        watch(names, () -> true);
    }

    /** Watches, each part by a thread of its own, until the suite is closed or this supervisor is no longer in charge. */
    public void watch(Collection<String> names, BooleanSupplier inCharge) {
        for (String name : names) {
            RunningPart part = suite.part(name);
            Thread.ofVirtual().name("watch-" + name).start(() -> watch(part));
        }
        while (!suite.isClosed() && inCharge.getAsBoolean()) {
            BoundedWait.pause(GLANCE);
        }
        suite.release();
    }

    private void watch(RunningPart part) {
        Backoff backoff = new Backoff();
        Stopwatch sinceRound = Stopwatch.started();
        Duration untilRound = Duration.ZERO;
        while (!suite.isClosed()) {
            try {
                if (part.process().isEmpty() && !part.isClaimed()) {
                    revive(part, backoff);
                } else if (sinceRound.isPast(untilRound)) {
                    sinceRound = Stopwatch.started();
                    untilRound = ROUND;
                    part.part().tend();
                }
            } catch (RuntimeException failure) {
                // Whatever it was, somebody has to go on watching.
                progress.say(part.name(), String.valueOf(failure.getMessage()));
            }
            BoundedWait.pause(GLANCE);
        }
    }

    private void revive(RunningPart part, Backoff backoff) {
        progress.say(part.name(), "died; starting it again");
        BoundedWait.pause(backoff.next(Instant.now()));
        if (!suite.isClosed()) {
            part.forget();
            part.start(progress);
        }
    }
}
