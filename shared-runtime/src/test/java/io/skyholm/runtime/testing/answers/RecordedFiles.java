package io.skyholm.runtime.testing.answers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;

/** What a test got that is no JSON, written down for the examples; bytes are kept as text with a character for each. */
public final class RecordedFiles {

    private static final Path FILE = Path.of("target", "answers", "files.jsonl");
    private static final JsonMapper JSON = new JsonMapper();
    private static final String BYTES = "application/octet-stream";
    private static final int MOST_LINES = 3;

    private RecordedFiles() {}

    static void clear() throws IOException {
        Files.deleteIfExists(FILE);
    }

    /** That operation gave that answer; of text its first lines say enough. */
    public static synchronized void add(String operation, Response answer) {
        String type = answer.contentType().split(";", 2)[0];
        String text = type.startsWith(BYTES)
                ? new String(answer.asByteArray(), ISO_8859_1)
                : begin(new String(answer.asByteArray(), UTF_8));
        add(operation, answer.statusCode(), type, text);
    }

    /** That operation gave an answer with that status which begins with those bytes, and is too long to be shown. */
    public static synchronized void add(String operation, int status, byte[] begin) {
        add(operation, status, BYTES, new String(begin, ISO_8859_1));
    }

    private static void add(String operation, int status, String type, String text) {
        RecordedFile file = new RecordedFile(operation, ExampleParts.other(String.valueOf(status), type), text);
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(
                    FILE, JSON.writeValueAsString(file) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** By the names of the operations, and then by status and type. */
    static Map<String, Map<String, String>> all() {
        Map<String, Map<String, String>> all = new TreeMap<>();
        try {
            if (Files.exists(FILE)) {
                for (String line : Files.readAllLines(FILE)) {
                    RecordedFile file = read(line);
                    all.computeIfAbsent(file.operation(), first -> new TreeMap<>())
                            .put(file.part(), file.text());
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return all;
    }

    private static String begin(String text) {
        int end = 0;
        for (int line = 0; line < MOST_LINES && end < text.length(); line++) {
            end = text.indexOf('\n', end) + 1;
        }
        return text.substring(0, end);
    }

    private static RecordedFile read(String line) throws JsonProcessingException {
        return JSON.readValue(line, RecordedFile.class);
    }

    private record RecordedFile(String operation, String part, String text) {}
}
