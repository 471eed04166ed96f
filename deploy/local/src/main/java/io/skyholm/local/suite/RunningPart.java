package io.skyholm.local.suite;

import io.skyholm.local.BoundedWait;
import io.skyholm.local.LaunchProblem;
import io.skyholm.local.Progress;
import io.skyholm.local.Stopwatch;
import io.skyholm.local.aot.AotMode;
import io.skyholm.local.home.Site;
import io.skyholm.local.part.Part;
import io.skyholm.local.process.Background;
import io.skyholm.local.process.PidFile;
import io.skyholm.local.process.Signal;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** One part and its process: the only place that starts or ends a process of the suite. */
public final class RunningPart {
    private static final Duration FAREWELL = Duration.ofSeconds(40);

    /** What was recorded is written down at the end, and a training run has only the time that nobody else wants. */
    private static final Duration FAREWELL_WHEN_RECORDING = Duration.ofMinutes(5);

    private final Part part;
    private final Site site;
    private final AotMode mode;
    private final AtomicBoolean closed;
    private final PidFile pidFile;

    /** Once closed is true nothing is launched any more. */
    RunningPart(Part part, Site site, AotMode mode, AtomicBoolean closed) {
        this.part = part;
        this.site = site;
        this.mode = mode;
        this.closed = closed;
        this.pidFile = new PidFile(site.data().pidFile(part.name()));
    }

    public Part part() {
        return part;
    }

    public String name() {
        return part.name();
    }

    public Optional<ProcessHandle> process() {
        return pidFile.living();
    }

    /** Forgets a process that is gone. */
    void forget() {
        if (pidFile.isStale()) {
            pidFile.delete();
        }
    }

    /** Whether someone else runs it, such as a developer with live reload, for the time being. */
    boolean isClaimed() {
        return new PidFile(site.data().claimFile(name())).living().isPresent();
    }

    public Path log() {
        return site.data().log(name());
    }

    /** Starts it and waits until it is of use; one that already runs is only waited for. */
    void start(Progress progress) {
        Stopwatch began = Stopwatch.started();
        part.prepare(progress);
        Duration preparing = began.elapsed();
        Stopwatch starting = Stopwatch.started();
        Optional<ProcessHandle> adopted = process();
        if (pidFile.isStale()) {
            progress.say(name(), "an earlier run ended without a word; cleaning up after it");
            forget();
        }
        long logBegin = log().toFile().length();
        ProcessHandle process = adopted.orElseGet(this::launch);
        awaitReady(process, logBegin);
        part.settle();
        String how = adopted.isPresent() ? "was running already" : "ready" + afterPreparing(preparing);
        progress.done(name(), how, starting.elapsed());
    }

    private synchronized ProcessHandle launch() {
        if (closed.get()) {
            throw new LaunchProblem(name() + " is not started, because the suite is being stopped", "start it again");
        }
        new PortCheck(site.ports()).requireFree(part);
        part.initialise();
        ProcessHandle process = Background.start(part.launch(mode), log());
        try {
            pidFile.write(process);
        } catch (UncheckedIOException unrecorded) {
            // A process that nobody could find again must not be left behind.
            Signal.KILL.send(process);
            throw unrecorded;
        }
        return process;
    }

    /** Waits for a launch that is under way, so that no process slips through a stop. */
    synchronized Optional<ProcessHandle> awaitLaunch() {
        return process();
    }

    private void awaitReady(ProcessHandle process, long logBegin) {
        boolean ready = BoundedWait.waitUntil(() -> !process.isAlive() || isReady(), part.startTimeout());
        if (!process.isAlive()) {
            pidFile.delete();
            throw new LaunchProblem(
                    name() + " ended while it started; the end of its log:" + System.lineSeparator()
                            + LogTail.of(log(), logBegin),
                    "the whole log is " + log());
        }
        if (!ready) {
            throw new LaunchProblem(
                    name() + " did not answer within " + part.startTimeout().toSeconds() + " s; the end of its log:"
                            + System.lineSeparator() + LogTail.of(log(), logBegin),
                    "the whole log is " + log() + "; ./skyholm down ends what runs");
        }
    }

    /** What would only wait for ever is mended: there may be no supervisor yet who would do it. */
    boolean isReady() {
        if (part.isReady()) {
            return true;
        }
        part.tend();
        return false;
    }

    /** Asks it to end, waits, and ends it by force if it does not. */
    void stop(Progress progress) {
        Optional<ProcessHandle> running = awaitLaunch();
        Stopwatch began = Stopwatch.started();
        if (running.isPresent()) {
            ProcessHandle process = running.get();
            part.farewell().send(process);
            Duration limit = mode == AotMode.RECORD ? FAREWELL_WHEN_RECORDING : FAREWELL;
            if (!BoundedWait.waitUntil(() -> !process.isAlive(), limit)) {
                Signal.KILL.send(process);
                BoundedWait.waitUntil(() -> !process.isAlive(), FAREWELL);
                progress.say(name(), "did not end when asked, and was ended by force");
            }
            progress.done(name(), "stopped", began.elapsed());
        }
        part.clear();
        // The supervisor may have started it again already; then the file speaks of the new process.
        forget();
    }

    /** Ends it at once, as a crash would. */
    void kill() {
        awaitLaunch().ifPresent(process -> {
            Signal.KILL.send(process);
            BoundedWait.waitUntil(() -> !process.isAlive(), FAREWELL);
        });
    }

    /** The same for good. */
    void abandon() {
        kill();
        part.clear();
    }

    private static String afterPreparing(Duration preparing) {
        return preparing.toSeconds() < 1 ? "" : " (after preparing for " + preparing.toSeconds() + " s, once)";
    }
}
