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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Makes caches from the lessons that earlier runs left. */
public final class AotWorkshop {
    private final Path folder;

    public AotWorkshop(Path folder) {
        this.folder = folder;
    }

    /** Whether there is anything to do. */
    public boolean hasWork() {
        return !lessons().isEmpty();
    }

    /** Makes every cache that can be made; a lesson that leads nowhere is not tried again. */
    public void work(Progress progress) {
        Set<String> done = new HashSet<>();
        for (Path lesson : lessons()) {
            if (!done.add(program(key(lesson)))) {
                lesson.toFile().delete();
                continue;
            }
            Instant began = Instant.now();
            String key = key(lesson);
            boolean made = make(lesson, key);
            String what = made ? "starts faster from now on" : "starts without a cache";
            progress.done(program(key), what, Duration.between(began, Instant.now()));
        }
    }

    private boolean make(Path lesson, String key) {
        try {
            List<String> command = Files.readAllLines(folder.resolve(key + ".command"));
            Command ended = Command.run(new Launch(command, Map.of(), folder));
            Path draft = folder.resolve(key + ".aot.draft");
            if (ended.worked() && Files.exists(draft)) {
                removeOthers(key);
                Files.move(draft, folder.resolve(key + ".aot"), StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.writeString(folder.resolve(key + ".refused"), ended.output());
            }
            Files.deleteIfExists(lesson);
            return Files.exists(folder.resolve(key + ".aot"));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot make a cache in " + folder, failure);
        }
    }

    /** A cache is large; one of an older state of the same program is of no more use. */
    private void removeOthers(String key) throws IOException {
        String program = program(key) + "-";
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith(program) && !name.startsWith(key)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** The newest first: what an older state of a program taught is of no more use. */
    private List<Path> lessons() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".lesson"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot list " + folder, failure);
        }
    }

    private static String program(String key) {
        return key.substring(0, key.lastIndexOf('-'));
    }

    private static String key(Path lesson) {
        String name = lesson.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }
}
