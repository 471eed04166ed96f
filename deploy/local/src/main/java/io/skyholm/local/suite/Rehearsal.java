package io.skyholm.local.suite;

import io.skyholm.local.Progress;
import io.skyholm.local.aot.AotWorkshop;
import io.skyholm.local.home.DataDirectory;
import io.skyholm.local.home.Folders;
import io.skyholm.local.home.Ports;
import io.skyholm.local.home.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A start of the suite on data and ports of its own that is only there to be recorded, so that caches can be made whatever
 * happens to the suite that people use.
 */
public final class Rehearsal {
    private final Site usual;
    private final AotWorkshop workshop;

    public Rehearsal(Site usual) {
        this.usual = usual;
        this.workshop = new AotWorkshop(usual.caches());
    }

    /** Whether some program was started without a cache that it could have. */
    public boolean isWanted() {
        return !workshop.wanted().isEmpty();
    }

    /** Makes the missing caches; returns at once if there are none, and waits for another that makes them already. */
    public void run(Progress progress) {
        Path lockFile = usual.generated().resolve("rehearsal.lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && isWanted()) {
                rehearse(progress);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot lock " + lockFile, failure);
        }
    }

    private void rehearse(Progress progress) {
        DataDirectory data = new DataDirectory(usual.generated().resolve("rehearsal"));
        Site site = new Site(
                usual.checkout(),
                usual.generated(),
                data,
                Ports.free(),
                usual.caches().recorded());
        if (Files.exists(data.root())) {
            new Suite(site).stop(Progress.SILENT);
            Folders.delete(data.root());
        }
        Suite suite = new Suite(site);
        Thread farewell = new Thread(() -> suite.close(Progress.SILENT), "rehearsal");
        Runtime.getRuntime().addShutdownHook(farewell);
        workshop.forgetLessons();
        Set<String> recorded =
                workshop.wanted().stream().filter(suite.names()::contains).collect(Collectors.toSet());
        try {
            suite.start(Progress.SILENT, recorded);
        } finally {
            suite.close(Progress.SILENT);
            Runtime.getRuntime().removeShutdownHook(farewell);
        }
        workshop.work(recorded, progress);
        Folders.delete(data.root());
    }
}
