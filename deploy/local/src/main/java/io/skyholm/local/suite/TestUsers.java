package io.skyholm.local.suite;

import io.skyholm.local.BoundedWait;
import io.skyholm.local.home.DataDirectory;
import io.skyholm.local.home.Ports;
import io.skyholm.local.process.PidFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The processes that use the test platform at the moment. */
record TestUsers(DataDirectory data) {
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** Does something while no other process does anything of the kind. */
    <T> T alone(Supplier<T> action) {
        Path lockFile = data.root().resolveSibling(data.root().getFileName() + ".lock");
        try {
            Files.createDirectories(lockFile.getParent());
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = lock(channel)) {
                assert lock.isValid();
                return action.get();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot lock " + lockFile, failure);
        }
    }

    /** The same class may live twice in one process, by two class loaders; then the lock refuses instead of waiting. */
    private static FileLock lock(FileChannel channel) throws IOException {
        while (true) {
            try {
                return channel.lock();
            } catch (OverlappingFileLockException heldByThisProcess) {
                BoundedWait.pause(PAUSE);
            }
        }
    }

    boolean areNone() {
        if (!Files.isDirectory(folder())) {
            return true;
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.noneMatch(file -> new PidFile(file).living().isPresent());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot list " + folder(), failure);
        }
    }

    /** Adds this process, and tells whether it is new. */
    boolean join() {
        boolean first = !Files.exists(mine().file());
        mine().write(ProcessHandle.current());
        return first;
    }

    void leave() {
        mine().delete();
    }

    /** The ports that whoever came first chose for all. */
    Ports ports() {
        return Ports.keptIn(data.root().resolve("ports.properties"));
    }

    private PidFile mine() {
        return new PidFile(folder().resolve(ProcessHandle.current().pid() + ".pid"));
    }

    private Path folder() {
        return data.root().resolve("users");
    }
}
