package io.skyholm.runtime.testing.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.runtime.testing.api.Schemas;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What of requests may be of any size, as far as a document says. */
public final class Unlimited {

    /** A repetition without an end, as in {@code [a-z]*}, outside of brackets. */
    private static final Pattern ENDLESS = Pattern.compile("(?<!\\\\)(\\*|\\+|\\{\\d+,\\})");

    private static final Pattern BRACKETS = Pattern.compile("\\[(?:\\\\.|[^]\\\\])*]");

    private final Schemas schemas;
    private final Set<JsonNode> visited = new HashSet<>();
    private final List<String> places = new ArrayList<>();

    private Unlimited(Schemas schemas) {
        this.schemas = schemas;
    }

    /** The places without a limit, and which it would be. */
    public static List<String> in(Schemas schemas) {
        Unlimited found = new Unlimited(schemas);
        schemas.operations()
                .forEach(operation ->
                        operation.requestSchema().ifPresent(schema -> found.visit(operation.name(), schema)));
        return found.places;
    }

    private void visit(String place, JsonNode schema) {
        JsonNode resolved = schemas.resolve(schema);
        String here = Optional.of(schema.path("$ref").asText())
                .filter(reference -> !reference.isEmpty())
                .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
                .orElse(place);
        if (resolved.has("properties")) {
            if (visited.add(resolved)) {
                for (Map.Entry<String, JsonNode> property :
                        resolved.path("properties").properties()) {
                    visit(here + "." + property.getKey(), property.getValue());
                }
            }
            return;
        }
        types(resolved)
                .forEach(type -> missing(type, resolved).forEach(limit -> places.add(place + " has no " + limit)));
        Optional.of(resolved.path("items")).filter(JsonNode::isObject).ifPresent(items -> visit(place + "[]", items));
        Optional.of(resolved.path("additionalProperties"))
                .filter(values -> values.isObject() && !values.isEmpty())
                .ifPresent(values -> visit(place + "{}", values));
    }

    private static List<String> missing(String type, JsonNode schema) {
        return switch (type) {
            case "string" -> isBounded(schema) ? List.of() : List.of("maxLength");
            case "integer", "number" -> without(schema, "minimum", "maximum");
            case "array" -> without(schema, "maxItems");
            case "object" -> without(schema, "maxProperties");
            case "boolean", "null" -> List.of();
            default -> List.of("type");
        };
    }

    private static boolean isBounded(JsonNode schema) {
        String pattern = BRACKETS.matcher(schema.path("pattern").asText()).replaceAll("x");
        return schema.has("maxLength")
                || schema.has("enum")
                || schema.has("format")
                || (!pattern.isEmpty() && !ENDLESS.matcher(pattern).find());
    }

    private static List<String> without(JsonNode schema, String... limits) {
        return List.of(limits).stream().filter(limit -> !schema.has(limit)).toList();
    }

    private static List<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.valueStream().map(JsonNode::asText).toList() : List.of(type.asText());
    }
}
