package io.skyholm.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Remembers a process across launchers. */
public record PidFile(Path file) {

    /** The living process this file speaks of; empty if there is no file, or its process is gone. */
    public Optional<ProcessHandle> living() {
        return read().flatMap(ProcessMark::living);
    }

    /** Whether the file speaks of a process that is gone: what a crash leaves behind. */
    public boolean isStale() {
        return Files.exists(file) && living().isEmpty();
    }

    public void write(ProcessHandle process) {
        try {
            Optional<ProcessMark> mark = ProcessMark.of(process);
            if (mark.isEmpty()) {
                return;
            }
            Path draft = file.resolveSibling(file.getFileName() + ".draft");
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(draft, mark.get().toString());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + file, failure);
        }
    }

    /** Replaces what the file says; a file that somebody has deleted stays deleted, and then this returns false. */
    public boolean takeOver(ProcessHandle process) {
        String mark = ProcessMark.of(process).map(ProcessMark::toString).orElse("");
        try {
            Files.writeString(file, mark, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
            return true;
        } catch (NoSuchFileException deleted) {
            return false;
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + file, failure);
        }
    }

    /** Whether this file speaks of this process. */
    public boolean names(ProcessHandle process) {
        return living().filter(process::equals).isPresent();
    }

    public void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot remove " + file, failure);
        }
    }

    private Optional<ProcessMark> read() {
        try {
            return ProcessMark.parse(Files.readString(file));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file, failure);
        }
    }
}
