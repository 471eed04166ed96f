package io.skyholm.events.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.skyholm.events.EventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where the files of the contract lie; tests run in the module's folder. */
final class ContractFiles {

    static final Path SCHEMAS = Path.of("src/main/resources/schemas");
    static final Path EXAMPLES = Path.of("src/main/resources/examples");
    static final Path RELEASED = Path.of("src/test/resources/released");
    static final Path CATALOGUE = Path.of("../docs/events");
    static final Path PAGE_TEMPLATE = Path.of("src/test/resources/catalogue/README.template.md");

    private static final JsonMapper MAPPER = new JsonMapper();

    private ContractFiles() {}

    /** The example of an event's payload, as it is committed. */
    static JsonNode exampleOf(EventType<?> type) {
        return read(EXAMPLES.resolve(type.name() + ".json"));
    }

    /** The JSON documents of a folder by their names without the ending. */
    static SortedMap<String, JsonNode> allIn(Path folder) {
        SortedMap<String, JsonNode> documents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".json"))
                    .forEach(file ->
                            documents.put(file.getFileName().toString().replaceFirst("\\.json$", ""), read(file)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return documents;
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static JsonNode read(Path file) {
        try {
            return MAPPER.readTree(text(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
