package io.skyholm.local.suite;

import io.skyholm.local.Progress;
import io.skyholm.local.aot.AotAssembler;
import io.skyholm.local.aot.AotMode;
import io.skyholm.local.home.DataDirectory;
import io.skyholm.local.home.Folders;
import io.skyholm.local.home.Ports;
import io.skyholm.local.home.Site;
import io.skyholm.local.part.Catalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * A start of the suite on data and ports of its own that is only there to record what its programs load, so that their
 * ahead-of-time caches can be made whatever happens to the suite that people use.
 */
public final class TrainingRun {

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
        Path lockFile = usual.generated().resolve("training.lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && isNeeded()) {
                train(progress);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot lock " + lockFile, failure);
        }
    }

    private void train(Progress progress) {
        DataDirectory data = new DataDirectory(usual.generated().resolve("training"));
        Site site = new Site(usual.checkout(), usual.generated(), data, Ports.free());
        if (Files.exists(data.root())) {
            new Suite(site).stop(Progress.SILENT);
            Folders.delete(data.root());
        }
        Set<String> programs = assembler.beginTraining();
        try {
            record(site, programs);
        } finally {
            // What was recorded before some part failed is as good as ever.
            assembler.assemble(programs, progress);
        }
        Folders.delete(data.root());
    }

    private static void record(Site site, Set<String> programs) {
        Suite suite = new Suite(site, Set.of(), AotMode.RECORD);
        Thread farewell = new Thread(() -> suite.close(Progress.SILENT), "training");
        Runtime.getRuntime().addShutdownHook(farewell);
        try {
            suite.start(Progress.SILENT, programs);
        } finally {
            suite.close(Progress.SILENT);
            Runtime.getRuntime().removeShutdownHook(farewell);
        }
    }
}
