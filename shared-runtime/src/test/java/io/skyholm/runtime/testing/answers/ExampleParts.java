package io.skyholm.runtime.testing.answers;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.runtime.testing.api.Operation;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where an operation shows examples, each with its schema: its request, the JSON that it answers with, and, named by its status and
 * type, every other answer that it describes itself. Streams and shared refusals are shown elsewhere.
 */
final class ExampleParts {

    static final String REQUEST = "request";
    static final String ANSWER = "answer";

    private static final String STREAM = "text/event-stream";
    private static final String JSON = "application/json";

    private ExampleParts() {}

    static Map<String, JsonNode> of(Operation operation) {
        Map<String, JsonNode> parts = new LinkedHashMap<>();
        operation.description().at("/requestBody/content").forEach(type -> parts.put(REQUEST, type.path("schema")));
        operation.answerSchema().ifPresent(schema -> parts.put(ANSWER, schema));
        operation.description().path("responses").properties().forEach(response -> response.getValue()
                .path("content")
                .properties()
                .forEach(type -> add(parts, response.getKey(), type)));
        return parts;
    }

    /** The name of an answer that is not the JSON of a success. */
    static String other(String status, String type) {
        return status + " " + type;
    }

    private static void add(Map<String, JsonNode> parts, String status, Map.Entry<String, JsonNode> type) {
        if (!type.getKey().equals(STREAM) && !type.getKey().equals(JSON)) {
            parts.put(other(status, type.getKey()), type.getValue().path("schema"));
        }
    }
}
