package io.skyholm.runtime.testing.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.skyholm.runtime.testing.answers.RecordedExchanges.RecordedExchange;
import io.skyholm.runtime.testing.api.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
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

    /** What of the examples its schema does not allow, what has none, and which answers are not to what was asked. */
    List<String> faults(DocumentedAnswers document) {
        List<String> faults = new ArrayList<>();
        document.all().forEach(operation -> {
            ObjectNode example = examples.getOrDefault(operation.name(), JSON.createObjectNode());
            ExampleParts.of(operation).forEach((part, schema) -> fault(part, schema, example, document)
                    .ifPresent(fault -> faults.add("%s, %s: %s".formatted(operation.name(), part, fault))));
            contradiction(example)
                    .ifPresent(property -> faults.add(
                            "%s: its answer has another %s than its request".formatted(operation.name(), property)));
        });
        return faults;
    }

    private static Optional<String> fault(
            String part, JsonNode schema, ObjectNode example, DocumentedAnswers document) {
        return example.has(part) ? document.wrong(schema, example.path(part).toString()) : Optional.of("there is none");
    }

    /** What was asked for and answered differently, as happens when the two are of different calls. */
    static Optional<String> contradiction(ObjectNode example) {
        JsonNode answer = example.path(ExampleParts.ANSWER);
        return example.path(ExampleParts.REQUEST).properties().stream()
                .filter(asked -> asked.getValue().isValueNode()
                        && !asked.getValue().isNull()
                        && answer.path(asked.getKey()).isValueNode()
                        && !answer.path(asked.getKey()).equals(asked.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Takes what is missing or wrong from what the tests have sent and got. */
    void complete(DocumentedAnswers document) {
        Map<String, RecordedExchange> exchanges = RecordedExchanges.all();
        Map<String, Map<String, String>> files = RecordedFiles.all();
        document.all().forEach(operation -> {
            ObjectNode example = examples.computeIfAbsent(operation.name(), none -> JSON.createObjectNode());
            Map<String, JsonNode> parts = ExampleParts.of(operation);
            example.retain(parts.keySet());
            if (contradiction(example).isPresent()) {
                example.removeAll();
            }
            Optional.ofNullable(exchanges.get(operation.name()))
                    .filter(exchange -> !isRight(ExampleParts.REQUEST, parts, example, document)
                            || !isRight(ExampleParts.ANSWER, parts, example, document))
                    .ifPresent(exchange -> take(exchange, operation, parts, example));
            parts.forEach((part, schema) -> {
                if (fault(part, schema, example, document).isPresent()) {
                    answer(operation, part, document, files)
                            .ifPresent(value -> example.set(part, new PlainExample().of(value)));
                }
            });
            if (example.isEmpty()) {
                examples.remove(operation.name());
            }
        });
        examples.keySet().retainAll(document.all().stream().map(Operation::name).toList());
        write();
    }

    private static boolean isRight(
            String part, Map<String, JsonNode> parts, ObjectNode example, DocumentedAnswers document) {
        return !parts.containsKey(part)
                || fault(part, parts.get(part), example, document).isEmpty();
    }

    private static void take(
            RecordedExchange exchange, Operation operation, Map<String, JsonNode> parts, ObjectNode example) {
        PlainExample plain = new PlainExample();
        if (parts.containsKey(ExampleParts.REQUEST)) {
            example.set(ExampleParts.REQUEST, plain.of(request(operation, exchange.request())));
        }
        if (parts.containsKey(ExampleParts.ANSWER) && exchange.answer() != null) {
            example.set(ExampleParts.ANSWER, plain.of(json(exchange.answer())));
        }
    }

    private static Optional<JsonNode> answer(
            Operation operation, String part, DocumentedAnswers document, Map<String, Map<String, String>> files) {
        return document.answerOf(operation, part, LONGEST)
                .map(CommittedExamples::json)
                .or(() -> Optional.ofNullable(
                                files.getOrDefault(operation.name(), Map.of()).get(part))
                        .map(JSON.getNodeFactory()::textNode));
    }

    /** A form is shown as the object of its fields, which is how OpenAPI has it. */
    private static JsonNode request(Operation operation, String text) {
        if (!operation.takesForm()) {
            return json(text);
        }
        ObjectNode form = JSON.createObjectNode();
        for (String field : text.split("&", -1)) {
            String[] pair = field.split("=", 2);
            form.put(URLDecoder.decode(pair[0], UTF_8), URLDecoder.decode(pair[1], UTF_8));
        }
        return form;
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
        } catch (JsonProcessingException bytes) {
            return JSON.getNodeFactory().textNode(text);
        }
    }
}
