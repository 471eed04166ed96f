package io.skyholm.local.database;

import io.skyholm.local.BoundedWait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What a PostgreSQL that was killed leaves behind: a lock file, and children that need a moment to notice. PostgreSQL copes
 * with the lock, unless the process number in it meanwhile belongs to another program; then it would refuse to start for
 * no reason.
 */
public record StaleLock(Path cluster) {
    private static final Duration MOMENT = Duration.ofSeconds(10);

    public void release() {
        Path lock = cluster.resolve("postmaster.pid");
        if (!Files.exists(lock)) {
            return;
        }
        BoundedWait.waitUntil(() -> ProcessHandle.allProcesses().noneMatch(this::worksHere), MOMENT);
        try {
            Optional<ProcessHandle> holder = holder(Files.readString(lock));
            boolean another = holder.flatMap(process -> process.info().command())
                    .filter(command -> !command.endsWith("postgres"))
                    .isPresent();
            if (another) {
                Files.delete(lock);
            } else {
                BoundedWait.waitUntil(
                        () -> holder.filter(ProcessHandle::isAlive).isEmpty(), MOMENT);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + lock, failure);
        }
    }

    private boolean worksHere(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                    .equals(cluster);
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }

    private static Optional<ProcessHandle> holder(String lock) {
        return lock.lines()
                .findFirst()
                .map(String::strip)
                .filter(first -> first.matches("[0-9]{1,18}"))
                .flatMap(first -> ProcessHandle.of(Long.parseLong(first)));
    }
}
