package io.skyholm.local.suite;

import io.skyholm.local.BoundedWait;
import io.skyholm.local.Progress;
import io.skyholm.local.aot.AotAssembler;
import io.skyholm.local.aot.AotMode;
import io.skyholm.local.home.DataDirectory;
import io.skyholm.local.home.Folders;
import io.skyholm.local.home.Ports;
import io.skyholm.local.home.Site;
import io.skyholm.local.part.Catalogue;
import io.skyholm.local.process.PidFile;
import io.skyholm.local.process.Shutdown;
import io.skyholm.local.process.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * A start of the suite on data and ports of its own that is only there to record what its programs load, so that their
 * ahead-of-time caches can be made whatever happens to the suite that people use.
 */
public final class TrainingRun {

    private static final Duration FAREWELL = Duration.ofMinutes(1);

    private final Site usual;
    private final AotAssembler assembler;

    public TrainingRun(Site usual) {
        this.usual = usual;
        this.assembler = new AotAssembler(usual.aotCaches(), Catalogue.at(usual).keySet());
    }

    /** Whether some program was started without a cache that it could have. */
    public boolean isNeeded() {
        return !assembler.missing().isEmpty();
    }

    /** Makes the missing caches; returns at once if there are none, and waits for another that makes them already. */
    public void run(Progress progress) {
        try (FileChannel channel = FileChannel.open(lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && isNeeded()) {
                train(progress);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot lock " + lockFile(), failure);
        }
    }

    /** Where a run in the background leaves its number. */
    public PidFile pidFile() {
        return new PidFile(usual.generated().resolve("assemble.pid"));
    }

    /** Ends a run in the background, and what one that was killed left behind; tells whether there was something to end. */
    public boolean end() {
        Optional<ProcessHandle> running = pidFile().living();
        running.ifPresent(process -> {
            Signal.TERM.send(process);
            if (!BoundedWait.waitUntil(() -> !process.isAlive(), FAREWELL)) {
                Signal.KILL.send(process);
                BoundedWait.waitUntil(() -> !process.isAlive(), FAREWELL);
            }
        });
        pidFile().delete();
        return discardLeftovers() || running.isPresent();
    }

    /** One that a person waits for, as the benchmark of the start does, holds the lock, and is left alone. */
    private boolean discardLeftovers() {
        if (!Files.exists(data().root())) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null && discard();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot lock " + lockFile(), failure);
        }
    }

    private boolean discard() {
        Suite left = new Suite(usual.with(data()));
        boolean some = !left.running().isEmpty();
        left.abandon();
        Folders.delete(data().root());
        return some;
    }

    private void train(Progress progress) {
        if (Files.exists(data().root())) {
            discard();
        }
        Site site = usual.with(data()).with(Ports.free());
        Set<String> programs = assembler.beginTraining();
        Suite suite = new Suite(site, Set.of(), AotMode.RECORD);
        Thread farewell = new Thread(() -> callOff(suite, programs), "training");
        Runtime.getRuntime().addShutdownHook(farewell);
        try {
            record(suite, programs, progress);
            if (!Shutdown.hasBegun()) {
                Folders.delete(data().root());
            }
        } finally {
            if (!Shutdown.hasBegun()) {
                Runtime.getRuntime().removeShutdownHook(farewell);
            }
        }
    }

    /** Whoever ends it does not want to wait until all is written down, and has not tried in vain. */
    private void callOff(Suite suite, Set<String> programs) {
        suite.abandon();
        assembler.callOff(programs);
    }

    private void record(Suite suite, Set<String> programs, Progress progress) {
        try {
            suite.start(Progress.SILENT, programs);
        } finally {
            // What was recorded before some part failed is as good as ever; of what was called off nobody knows that.
            if (!Shutdown.hasBegun()) {
                suite.close(Progress.SILENT);
                assembler.assemble(programs, progress);
            }
        }
    }

    private DataDirectory data() {
        return new DataDirectory(usual.generated().resolve("training"));
    }

    private Path lockFile() {
        return usual.generated().resolve("training.lock");
    }
}
