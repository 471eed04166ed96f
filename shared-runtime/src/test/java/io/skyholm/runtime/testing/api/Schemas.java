package io.skyholm.runtime.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** An OpenAPI document, to look up what its references mean and which operations it has. */
public record Schemas(JsonNode document) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** The operations that customers call. */
    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths").properties().stream()
                .filter(path -> path.getKey().startsWith("/v1/"))
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .map(method -> Operation.of(path.getKey(), method.getKey(), method.getValue(), this))
                        .forEach(operations::add));
        return operations;
    }

    /** What the schema says, without references, and without null as an alternative. */
    public JsonNode resolve(JsonNode schema) {
        if (schema.has("$ref")) {
            return resolve(document.at(schema.path("$ref").asText().substring(1)));
        }
        for (String choice : List.of("anyOf", "oneOf", "allOf")) {
            for (JsonNode alternative : schema.path(choice)) {
                if (!alternative.path("type").asText().equals("null")) {
                    return resolve(alternative);
                }
            }
        }
        return schema;
    }

    /** The JSON types that the schema allows, null left out. */
    public static Set<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray()
                ? StreamSupport.stream(type.spliterator(), false)
                        .map(JsonNode::asText)
                        .filter(name -> !name.equals("null"))
                        .collect(Collectors.toSet())
                : Set.of(type.asText());
    }
}
