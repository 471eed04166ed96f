package io.skyholm.local.books;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of {@code books/}, wherever the launcher's classes lie: a new one needs no mention anywhere. */
final class ComparisonFiles {
    private static final String FOLDER = "/books";

    private ComparisonFiles() {}

    /** The texts by their files' names, in their order. */
    static Map<String, String> texts() {
        URL folder = ComparisonFiles.class.getResource(FOLDER);
        if (folder == null) {
            throw new IllegalStateException("the launcher lacks its books");
        }
        try {
            URI place = folder.toURI();
            if (!place.getScheme().equals("jar")) {
                return read(Path.of(place));
            }
            try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
                return read(jar.getPath(FOLDER));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".sql")) {
                    texts.put(name, Files.readString(file));
                }
            }
        }
        return texts;
    }
}
