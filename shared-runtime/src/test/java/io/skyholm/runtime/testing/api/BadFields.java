package io.skyholm.runtime.testing.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Bodies in which one field is wrong, for every field that the schema knows, at any depth. */
final class BadFields {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Calls calls;
    private final ObjectNode example;
    private final List<BadRequest> requests = new ArrayList<>();

    private BadFields(Calls calls) {
        this.calls = calls;
        this.example = parse(calls.example());
    }

    static List<BadRequest> of(Calls calls) {
        return calls.operation().body().map(schema -> of(calls, schema)).orElse(List.of());
    }

    private static List<BadRequest> of(Calls calls, JsonNode schema) {
        BadFields bad = new BadFields(calls);
        bad.fieldsOf(schema, "");
        return bad.requests;
    }

    private void fieldsOf(JsonNode schema, String within) {
        add(within + "noSuchField", "unknown", JSON.textNode("x"));
        for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
            field(within + field.getKey(), calls.operation().schemas().resolve(field.getValue()));
        }
        for (JsonNode required : schema.path("required")) {
            String path = within + required.asText();
            add(path, "null", JSON.nullNode());
            requests.add(BadRequest.ofField(
                    path, "missing", calls.withBody(without(path).toString())));
        }
    }

    private void field(String path, JsonNode schema) {
        BadValues.of(schema).forEach((what, value) -> add(path, what, value));
        if (schema.has("properties")) {
            fieldsOf(schema, path + ".");
        }
        if (schema.has("items")) {
            BadValues.of(calls.operation().schemas().resolve(schema.path("items")))
                    .forEach((what, value) ->
                            add(path, "holds " + what, JSON.arrayNode().add(value)));
        }
        JsonNode others = schema.path("additionalProperties");
        if (others.isObject()) {
            BadValues.of(calls.operation().schemas().resolve(others))
                    .forEach((what, value) ->
                            add(path, "holds " + what, JSON.objectNode().set("key", value)));
            add(path, "key with NUL", JSON.objectNode().put("a\u0000b", "x"));
        }
    }

    private void add(String path, String what, JsonNode value) {
        requests.add(
                BadRequest.ofField(path, what, calls.withBody(with(path, value).toString())));
    }

    private ObjectNode with(String path, JsonNode value) {
        ObjectNode body = example.deepCopy();
        parentOf(body, path).set(lastOf(path), value);
        return body;
    }

    private ObjectNode without(String path) {
        ObjectNode body = example.deepCopy();
        parentOf(body, path).remove(lastOf(path));
        return body;
    }

    private static ObjectNode parentOf(ObjectNode body, String path) {
        ObjectNode parent = body;
        String[] steps = path.split("\\.", -1);
        for (int step = 0; step < steps.length - 1; step++) {
            parent = parent.withObject("/" + steps[step]);
        }
        return parent;
    }

    private static String lastOf(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static ObjectNode parse(String example) {
        try {
            return example.isEmpty() ? JSON.objectNode() : (ObjectNode) MAPPER.readTree(example);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("The example is no JSON: " + example, broken);
        }
    }
}
