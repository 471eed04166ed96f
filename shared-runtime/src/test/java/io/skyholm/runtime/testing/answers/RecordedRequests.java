package io.skyholm.runtime.testing.answers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The bodies that the service under test took, one for each operation: a line with its name, and one with the body. */
public final class RecordedRequests {

    private static final Path FILE = Path.of("target", "answers", "requests.txt");

    private RecordedRequests() {}

    static void clear() throws IOException {
        Files.deleteIfExists(FILE);
    }

    /** That operation took that body. */
    public static synchronized void add(String operation, String body) {
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(
                    FILE,
                    operation + "\n" + body.replace("\n", " ") + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** By the names of the operations. */
    static Map<String, String> all() {
        Map<String, String> all = new TreeMap<>();
        try {
            if (Files.exists(FILE)) {
                List<String> lines = Files.readAllLines(FILE);
                for (int line = 0; line + 1 < lines.size(); line += 2) {
                    all.put(lines.get(line), lines.get(line + 1));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return all;
    }
}
