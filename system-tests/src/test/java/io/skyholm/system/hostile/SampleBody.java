package io.skyholm.system.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A value that a schema describes, with foreign ids in it; not always one that is accepted. */
record SampleBody(JsonNode document, ForeignIds ids) {

    private static final int DEEPEST = 5;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    JsonNode of(String name, JsonNode described, int depth) {
        JsonNode schema = resolved(described);
        if (schema.path("format").asText().equals("uuid") || name.endsWith("Id")) {
            return JSON.textNode(ids.named(name));
        }
        if (schema.has("enum")) {
            return schema.path("enum").path(0);
        }
        if (schema.has("properties") && depth < DEEPEST) {
            ObjectNode object = JSON.objectNode();
            schema.path("properties")
                    .properties()
                    .forEach(property ->
                            object.set(property.getKey(), of(property.getKey(), property.getValue(), depth + 1)));
            return object;
        }
        return switch (type(schema)) {
            case "array" -> JSON.arrayNode().add(of(singular(name), schema.path("items"), depth + 1));
            case "integer", "number" ->
                JSON.numberNode(Math.max(1, schema.path("minimum").asInt(1)));
            case "boolean" -> JSON.booleanNode(false);
            case "object" -> JSON.objectNode();
            default -> JSON.textNode("hostile");
        };
    }

    private static String type(JsonNode schema) {
        return schema.path("type").isArray()
                ? schema.path("type").path(0).asText()
                : schema.path("type").asText();
    }

    private static String singular(String name) {
        return name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
    }

    private JsonNode resolved(JsonNode schema) {
        JsonNode one = schema.has("anyOf") ? schema.path("anyOf").path(0) : schema;
        String reference = one.path("$ref").asText();
        return reference.isEmpty() ? one : resolved(document.at(reference.substring(1)));
    }
}
