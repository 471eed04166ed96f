package io.skyholm.runtime.testing.answers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.skyholm.runtime.testing.api.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One request and one answer of each operation, taken from the tests; those that are still right stay as they are. */
final class CommittedExamples {

    private static final Path FILE = Path.of("src", "main", "resources", "contract", "examples.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final int LONGEST = 4_000;

    private final Map<String, ObjectNode> examples = new TreeMap<>();

    private CommittedExamples() {}

    static CommittedExamples read() {
        CommittedExamples committed = new CommittedExamples();
        try {
            if (Files.exists(FILE)) {
                JSON.readTree(FILE.toFile())
                        .properties()
                        .forEach(example -> committed.examples.put(example.getKey(), (ObjectNode) example.getValue()));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return committed;
    }

    /** What of the examples its schema does not allow, and what has none. */
    List<String> faults(DocumentedAnswers document) {
        List<String> faults = new ArrayList<>();
        document.all().forEach(operation -> {
            ObjectNode example = examples.getOrDefault(operation.name(), JSON.createObjectNode());
            fault(operation, "request", example, document).ifPresent(faults::add);
            fault(operation, "answer", example, document).ifPresent(faults::add);
        });
        return faults;
    }

    private static Optional<String> fault(
            Operation operation, String part, ObjectNode example, DocumentedAnswers document) {
        return document.schemaOf(operation, part)
                .flatMap(schema -> example.has(part)
                        ? document.wrong(schema, example.path(part).toString())
                        : Optional.of("there is none"))
                .map(fault -> "%s, %s: %s".formatted(operation.name(), part, fault));
    }

    /** Takes what is missing or wrong from what the tests have sent and got. */
    void complete(DocumentedAnswers document) {
        Map<String, String> requests = RecordedRequests.all();
        document.all().forEach(operation -> {
            ObjectNode example = examples.computeIfAbsent(operation.name(), none -> JSON.createObjectNode());
            take(operation, "request", example, document, Optional.ofNullable(requests.get(operation.name())));
            take(operation, "answer", example, document, document.answerOf(operation, LONGEST));
            if (example.isEmpty()) {
                examples.remove(operation.name());
            }
        });
        examples.keySet().retainAll(document.all().stream().map(Operation::name).toList());
        write();
    }

    private static void take(
            Operation operation,
            String part,
            ObjectNode example,
            DocumentedAnswers document,
            Optional<String> recorded) {
        if (fault(operation, part, example, document).isPresent()) {
            recorded.ifPresent(text -> example.set(part, new PlainExample().of(json(text))));
        }
    }

    private void write() {
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, JSON.writeValueAsString(examples) + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException form) {
            return JSON.getNodeFactory().textNode(text);
        }
    }
}
