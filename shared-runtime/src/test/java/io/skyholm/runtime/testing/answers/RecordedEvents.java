package io.skyholm.runtime.testing.answers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What streams of the service under test told the tests of a module, a line of JSON for each event. */
public final class RecordedEvents {

    private static final Path FILE = Path.of("target", "answers", "events.jsonl");
    private static final JsonMapper JSON = new JsonMapper();

    private RecordedEvents() {}

    static void clear() throws IOException {
        Files.deleteIfExists(FILE);
    }

    /** Writes down the events among the lines of a stream, each of which ends with an empty one; comments are none. */
    public static synchronized void add(String path, List<String> lines) {
        List<String> event = new ArrayList<>();
        for (String line : lines) {
            event.add(line);
            if (line.isEmpty()) {
                String name = value(event, "event:");
                if (!name.isEmpty()) {
                    write(new RecordedEvent(path, name, value(event, "data:")));
                }
                event.clear();
            }
        }
    }

    private static void write(RecordedEvent event) {
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(
                    FILE, JSON.writeValueAsString(event) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** What stands behind that field; empty if the event lacks it. */
    static String value(List<String> lines, String field) {
        return lines.stream()
                .filter(line -> line.startsWith(field))
                .map(line -> line.substring(field.length()).strip())
                .findFirst()
                .orElse("");
    }

    static Stream<RecordedEvent> all() {
        try {
            List<String> lines = Files.exists(FILE) ? Files.readAllLines(FILE) : List.of();
            return lines.stream().map(RecordedEvents::read);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static RecordedEvent read(String line) {
        try {
            return JSON.readValue(line, RecordedEvent.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(line, broken);
        }
    }
}
