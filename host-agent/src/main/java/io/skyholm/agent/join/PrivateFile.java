package io.skyholm.agent.join;

import io.skyholm.events.folder.TrustedFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** A file that only its owner may read, whole or not there at all. */
record PrivateFile(Path file) {

    /** What it holds; made first if it is not there. */
    String orMake(Supplier<String> content) {
        return read().orElseGet(() -> {
            String made = content.get();
            write(made);
            return made;
        });
    }

    Optional<String> read() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            TrustedFolder.make(file.resolveSibling(""));
            return Optional.of(Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file, failure);
        }
    }

    /** When it was written; empty if it is not there. */
    Optional<Instant> written() {
        try {
            return Files.exists(file)
                    ? Optional.of(Files.getLastModifiedTime(file).toInstant())
                    : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file, failure);
        }
    }

    void write(String content) {
        Path folder = file.resolveSibling("");
        try {
            TrustedFolder.make(folder);
            Path draft = Files.createTempFile(
                    folder,
                    ".draft",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, content);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + file, failure);
        }
    }
}
