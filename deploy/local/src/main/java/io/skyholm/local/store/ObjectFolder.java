package io.skyholm.local.store;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Objects in a folder: each is a folder with its parts, in {@code receiving} until it moves to {@code sealed}. */
public record ObjectFolder(String id, boolean isOfHosts, Path root) implements ObjectStore {

    /** What moves from one to the other meanwhile is found in the second, and perhaps in both. */
    private static final List<String> STEPS = List.of("receiving", "sealed");

    @Override
    public StoreContents contents() throws IOException {
        List<KeptObject> objects = new ArrayList<>();
        for (String step : STEPS) {
            for (Path path : within(root.resolve(step))) {
                kept(path, step).ifPresent(objects::add);
            }
        }
        return new StoreContents(objects, List.of());
    }

    private static Optional<KeptObject> kept(Path path, String step) throws IOException {
        String name = String.valueOf(path.getFileName());
        try {
            return Optional.of(new KeptObject(
                    step + "/" + name,
                    ObjectNames.id(name),
                    size(path),
                    step.equals("sealed"),
                    Files.getLastModifiedTime(path, NOFOLLOW_LINKS).toInstant()));
        } catch (NoSuchFileException goneMeanwhile) {
            return Optional.empty();
        }
    }

    /** Somebody may have put something there that is no folder, or that leads elsewhere. */
    private static long size(Path path) throws IOException {
        if (!Files.isDirectory(path, NOFOLLOW_LINKS)) {
            return Files.isRegularFile(path, NOFOLLOW_LINKS) ? Files.size(path) : 0;
        }
        long size = 0;
        for (Path file : within(path)) {
            size += Files.isRegularFile(file, NOFOLLOW_LINKS) ? Files.size(file) : 0;
        }
        return size;
    }

    private static List<Path> within(Path folder) throws IOException {
        if (!Files.isDirectory(folder, NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
