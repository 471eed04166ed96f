package io.skyholm.system.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.skyholm.runtime.testing.answers.AnswerCheck;
import io.skyholm.runtime.testing.api.Operation;
import io.skyholm.runtime.testing.api.Schemas;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What in a request its document does not allow, so that it may not succeed. */
final class Forbidden {

    private final Schemas document;
    private final AnswerCheck check;

    Forbidden(Schemas document, AnswerCheck check) {
        this.document = document;
        this.check = check;
    }

    /** The first that is found; empty for none, and for what only the service can judge. */
    String in(Draft draft) {
        if (!draft.method.equals(draft.operation.method()) || draft.odd()) {
            return "";
        }
        return inQuery(draft).or(() -> inHeaders(draft)).or(() -> inBody(draft)).orElse("");
    }

    private Optional<String> inBody(Draft draft) {
        if (draft.rewritten() || draft.json.isMissingNode() || !draft.splice.isEmpty()) {
            return Optional.empty();
        }
        return draft.operation
                .requestSchema()
                .flatMap(schema -> check.wrong(schema, draft.text()))
                // Null where something may be left out means the same; the document does without it, so that clients
                // have one way.
                .filter(wrong -> !wrong.contains("null found"))
                .map(wrong -> "body: " + wrong);
    }

    private static Optional<String> inHeaders(Draft draft) {
        return draft.operation.parameters("header").stream()
                .filter(parameter -> parameter.path("required").asBoolean())
                .map(parameter -> parameter.path("name").asText())
                .filter(name -> !draft.hasHeader(name))
                .findFirst()
                .map(name -> "headers: " + name + " is missing");
    }

    private Optional<String> inQuery(Draft draft) {
        Set<String> seen = new HashSet<>();
        for (String each : draft.query) {
            String[] parts = each.split("=", 2);
            if (parts.length == 1 || each.contains("&") || parts[0].contains("%")) {
                continue;
            }
            Optional<JsonNode> schema = schema(draft.operation, parts[0]);
            if (schema.isEmpty()) {
                return Optional.of("query: " + parts[0] + " is unknown");
            }
            boolean list = Schemas.types(schema.get()).contains("array");
            if (!seen.add(parts[0]) && !list) {
                return Optional.of("query: a parameter is given twice");
            }
            if (!list && !fits(schema.get(), parts[1])) {
                return Optional.of("query: " + parts[0] + " is not as its schema says");
            }
        }
        return Optional.empty();
    }

    private Optional<JsonNode> schema(Operation operation, String name) {
        return operation.parameters("query").stream()
                .filter(parameter -> parameter.path("name").asText().equals(name))
                .map(parameter -> document.resolve(parameter.path("schema")))
                .findFirst();
    }

    private boolean fits(JsonNode schema, String encoded) {
        try {
            String value = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
            Set<String> types = Schemas.types(schema);
            if (types.contains("integer")) {
                return value.matches("-?[0-9]{1,18}");
            }
            return types.contains("boolean")
                    || check.wrong(
                                    schema,
                                    JsonNodeFactory.instance.textNode(value).toString())
                            .isEmpty();
        } catch (IllegalArgumentException undecodable) {
            return false;
        }
    }
}
