package io.skyholm.local.aot;

import io.skyholm.local.Progress;
import io.skyholm.local.process.Command;
import io.skyholm.local.process.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Knows which programs were started without a cache, and makes caches from what a rehearsal recorded. */
public final class AotWorkshop {
    /** So often the virtual machine may refuse before a program in this state goes without a cache. */
    private static final int ATTEMPTS = 3;

    private final CacheShelf shelf;

    public AotWorkshop(Caches caches) {
        this.shelf = new CacheShelf(caches.folder());
    }

    /** The programs whose last start had no cache, though one can be made. */
    public Set<String> wanted() {
        Set<String> programs = new TreeSet<>();
        keysWanted().forEach(key -> programs.add(key.program()));
        return programs;
    }

    /** Throws away what an interrupted rehearsal recorded: nobody knows whether it is whole. */
    public void forgetLessons() {
        shelf.deleteAll("lesson");
    }

    /** Makes the caches that are wanted from what these programs recorded. */
    public void work(Set<String> recorded, Progress progress) {
        for (CacheKey key : keysWanted()) {
            if (recorded.contains(key.program())) {
                Instant began = Instant.now();
                String what = make(key) ? "starts faster from now on" : "has no cache yet";
                progress.done(key.program(), what, Duration.between(began, Instant.now()));
            }
        }
        shelf.clear();
    }

    private List<CacheKey> keysWanted() {
        return shelf.current().stream()
                .filter(key -> !shelf.has(key, "aot") && attempts(key) < ATTEMPTS)
                .toList();
    }

    private int attempts(CacheKey key) {
        return (int) IntStream.range(0, ATTEMPTS)
                .takeWhile(attempt -> shelf.has(key, refused(attempt)))
                .count();
    }

    /** The cache appears whole or not at all, and only once a virtual machine has taken it. */
    private boolean make(CacheKey key) {
        Path lesson = shelf.file(key, "lesson");
        Path draft = shelf.file(key, "draft");
        try {
            List<String> command = Files.readAllLines(shelf.file(key, "command"));
            Command ended = Command.run(new Launch(command, Map.of(), shelf.folder()));
            boolean made = ended.worked() && Files.exists(draft);
            if (made) {
                Files.move(draft, shelf.file(key, "aot"), StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.writeString(shelf.file(key, refused(attempts(key))), ended.output());
            }
            Files.deleteIfExists(draft);
            Files.deleteIfExists(lesson);
            return made;
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot make a cache in " + shelf.folder(), failure);
        }
    }

    private static String refused(int attempt) {
        return "refused-" + attempt;
    }
}
