package io.skyholm.local.aot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The files of all caches in one folder, and which of them are still of use. */
record CacheShelf(Path folder) {
    /** Caches are large; one that nobody used for so long was made for options or a JDK of the past. */
    private static final Duration KEPT = Duration.ofDays(30);

    Path file(CacheKey key, String kind) {
        return key.in(folder, kind);
    }

    boolean has(CacheKey key, String kind) {
        return Files.exists(file(key, kind));
    }

    /** The state in which each program was started last, one for each set of options. */
    List<CacheKey> current() {
        List<CacheKey> newestFirst = files().stream()
                .filter(file -> file.toString().endsWith(".command"))
                .sorted(Comparator.comparing(CacheShelf::lastStart).reversed())
                .flatMap(file -> CacheKey.of(file).stream())
                .toList();
        List<CacheKey> current = new ArrayList<>();
        for (CacheKey key : newestFirst) {
            if (current.stream().noneMatch(newer -> newer.replaces(key)) && isYoung(key)) {
                current.add(key);
            }
        }
        return current;
    }

    /** Removes what belongs to no program in its current state. */
    void clear() {
        List<CacheKey> current = current();
        files().stream()
                .filter(file -> CacheKey.of(file).filter(current::contains).isEmpty())
                .forEach(CacheShelf::delete);
    }

    void deleteAll(String kind) {
        files().stream().filter(file -> file.toString().endsWith("." + kind)).forEach(CacheShelf::delete);
    }

    private boolean isYoung(CacheKey key) {
        return lastStart(file(key, "command")).isAfter(Instant.now().minus(KEPT));
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

    private static Instant lastStart(Path file) {
        return Instant.ofEpochMilli(file.toFile().lastModified());
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot remove " + file, failure);
        }
    }
}
