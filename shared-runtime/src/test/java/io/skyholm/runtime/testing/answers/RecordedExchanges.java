package io.skyholm.runtime.testing.answers;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What an operation took and what it answered to that, so that an example shows both sides of one call. */
public final class RecordedExchanges {

    private static final Path FILE = Path.of("target", "answers", "exchanges.jsonl");
    private static final JsonMapper JSON = new JsonMapper();

    private RecordedExchanges() {}

    static void clear() throws IOException {
        Files.deleteIfExists(FILE);
    }

    /** That operation took that body, and gave that answer; nothing for one that is no JSON. */
    public static synchronized void add(String operation, String request, @Nullable String answer) {
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(
                    FILE,
                    JSON.writeValueAsString(new RecordedExchange(operation, request, answer)) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The last of each operation, by its name. */
    static Map<String, RecordedExchange> all() {
        Map<String, RecordedExchange> all = new TreeMap<>();
        try {
            if (Files.exists(FILE)) {
                for (String line : Files.readAllLines(FILE)) {
                    RecordedExchange exchange = JSON.readValue(line, RecordedExchange.class);
                    all.put(exchange.operation(), exchange);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return all;
    }

    /** One call. */
    record RecordedExchange(
            String operation, String request, @Nullable String answer) {}
}
