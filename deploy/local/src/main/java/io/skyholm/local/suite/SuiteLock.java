package io.skyholm.local.suite;

import io.skyholm.local.BoundedWait;
import io.skyholm.local.LaunchProblem;
import io.skyholm.local.Stopwatch;
import io.skyholm.local.home.DataDirectory;
import io.skyholm.local.process.PidFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Held by whoever starts or stops the suite of one data directory, until that is done. The system releases it with the
 * process, however that ends. Who starts says so besides, so that others can tell, and "down" can end it.
 */
public final class SuiteLock implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final FileChannel channel;
    private final PidFile starter;

    private SuiteLock(FileChannel channel, PidFile starter) {
        this.channel = channel;
        this.starter = starter;
    }

    /** The process that starts this suite at the moment. */
    public static Optional<ProcessHandle> starter(DataDirectory data) {
        return starterFile(data).living();
    }

    /**
     * Takes it for a start; refused while another holds it. Waiting would hide that the other start may be of other
     * parts or at other ports, and would be long.
     */
    public static SuiteLock toStart(DataDirectory data) {
        SuiteLock lock = attempt(data).orElseThrow(() -> refusal(starter(data)));
        lock.starter.write(ProcessHandle.current());
        return lock;
    }

    /**
     * Takes it to stop what runs, once nobody else holds it.
     *
     * @param end asks a start that is under way to end
     */
    public static SuiteLock toStop(DataDirectory data, Duration limit, Consumer<ProcessHandle> end) {
        Stopwatch waiting = Stopwatch.started();
        Set<ProcessHandle> asked = new HashSet<>();
        while (true) {
            // Looked for each time: whoever has just taken the lock names itself a moment later.
            starter(data).filter(asked::add).ifPresent(end);
            Optional<SuiteLock> lock = attempt(data);
            if (lock.isPresent()) {
                return lock.get();
            }
            if (waiting.isPast(limit)) {
                throw refusal(starter(data));
            }
            BoundedWait.pause(PAUSE);
        }
    }

    /** Does something and gives it back. */
    public <T> T alone(Supplier<T> action) {
        try (this) {
            return action.get();
        }
    }

    @Override
    public void close() {
        try {
            if (channel.isOpen()) {
                if (starter.names(ProcessHandle.current())) {
                    starter.delete();
                }
                channel.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot release the lock of the suite", failure);
        }
    }

    private static PidFile starterFile(DataDirectory data) {
        return new PidFile(data.pidFile("start"));
    }

    private static LaunchProblem refusal(Optional<ProcessHandle> starter) {
        return starter.map(process -> new LaunchProblem(
                        "process " + process.pid() + " is starting it",
                        "wait until it is up: ./skyholm status tells; or end that start with ./skyholm down"))
                .orElseGet(() -> new LaunchProblem("it is being stopped", "wait a moment, then try again"));
    }

    private static Optional<SuiteLock> attempt(DataDirectory data) {
        try {
            Files.createDirectories(data.lockFile().getParent());
            FileChannel channel =
                    FileChannel.open(data.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isLocked(channel)) {
                return Optional.of(new SuiteLock(channel, starterFile(data)));
            }
            channel.close();
            return Optional.empty();
        } catch (IOException failure) {
            throw new LaunchProblem(
                    "the lock " + data.lockFile() + " cannot be taken: " + failure.getMessage(),
                    "give yourself the right to write there, or choose another folder with SKYHOLM_DATA=FOLDER",
                    failure);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }
}
