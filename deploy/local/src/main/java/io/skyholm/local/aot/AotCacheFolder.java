package io.skyholm.local.aot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The files of the caches of all programs that are started with the same tuning. */
record AotCacheFolder(Path folder) {

    static final String CACHE = "aot";
    static final String CONFIGURATION = "aotconf";
    static final String COMMAND = "command";
    static final String DRAFT = "draft";

    /** So often a cache is tried before a program in this state goes without one. */
    private static final int ATTEMPTS = 3;

    private static final String ATTEMPT = "attempt-";

    Path file(AotCacheKey key, String extension) {
        return key.in(folder, extension);
    }

    boolean has(AotCacheKey key, String extension) {
        return Files.exists(file(key, extension));
    }

    /** The state in which each of these programs was started last: only for that a cache is of use. */
    List<AotCacheKey> current(Collection<String> programs) {
        Set<String> seen = new HashSet<>();
        return files().stream()
                .filter(file -> file.toString().endsWith("." + COMMAND))
                .sorted(Comparator.comparing((Path file) -> file.toFile().lastModified())
                        .reversed())
                .flatMap(file -> AotCacheKey.of(file).stream())
                .filter(key -> programs.contains(key.program()) && seen.add(key.program()))
                .toList();
    }

    /** Those among them that have no cache, though one can be made. */
    List<AotCacheKey> missing(Collection<String> programs) {
        return current(programs).stream()
                .filter(key -> !has(key, CACHE) && attempts(key) < ATTEMPTS)
                .toList();
    }

    /** Notes one more attempt, and what comes of it unless it says more itself. */
    void attempt(AotCacheKey key, String outcome) {
        write(file(key, ATTEMPT + (attempts(key) + 1)), outcome);
    }

    /** Forgets the last attempt. */
    void withdraw(AotCacheKey key) {
        delete(file(key, ATTEMPT + attempts(key)));
    }

    /** What came of the last attempt. */
    void failed(AotCacheKey key, String outcome) {
        write(file(key, ATTEMPT + Math.max(1, attempts(key))), outcome);
    }

    /** The draft becomes the cache, which is so there whole or not at all. */
    void publish(AotCacheKey key) {
        try {
            Files.move(file(key, DRAFT), file(key, CACHE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot make " + file(key, CACHE), failure);
        }
        IntStream.rangeClosed(1, ATTEMPTS).forEach(attempt -> delete(file(key, ATTEMPT + attempt)));
    }

    /** Removes what was recorded, whole or not. */
    void deleteConfigurations() {
        files().stream()
                .filter(file -> file.toString().endsWith("." + CONFIGURATION))
                .forEach(AotCacheFolder::delete);
    }

    /** Removes what belongs to none of these programs in its current state, and what is left of making it. */
    void clear(Collection<String> programs) {
        List<AotCacheKey> current = current(programs);
        deleteConfigurations();
        files().stream()
                .filter(file -> AotCacheKey.of(file).filter(current::contains).isEmpty()
                        || file.toString().endsWith("." + DRAFT))
                .forEach(AotCacheFolder::delete);
    }

    private int attempts(AotCacheKey key) {
        return (int) IntStream.rangeClosed(1, ATTEMPTS)
                .takeWhile(attempt -> has(key, ATTEMPT + attempt))
                .count();
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot list " + folder, failure);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + file, failure);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot remove " + file, failure);
        }
    }
}
