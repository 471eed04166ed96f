package io.skyholm.runtime.testing.answers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** What the service under test answered to the tests of a module, a line of JSON for each answer. */
public final class RecordedAnswers {

    private static final Path FILE = Path.of("target", "answers", "answers.jsonl");
    private static final JsonMapper JSON = new JsonMapper();

    private RecordedAnswers() {}

    /** Begins afresh. */
    public static void clear() {
        try {
            Files.createDirectories(FILE.getParent());
            Files.deleteIfExists(FILE);
            RecordedExchanges.clear();
            RecordedEvents.clear();
            RecordedFiles.clear();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static synchronized void add(RecordedAnswer answer) {
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(
                    FILE, JSON.writeValueAsString(answer) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static Stream<RecordedAnswer> all() {
        try {
            List<String> lines = Files.exists(FILE) ? Files.readAllLines(FILE) : List.of();
            return lines.stream().map(RecordedAnswers::read);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static RecordedAnswer read(String line) {
        try {
            return JSON.readValue(line, RecordedAnswer.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(line, broken);
        }
    }
}
