package io.skyholm.system.calls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.skyholm.runtime.testing.api.Schemas;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Values that a schema describes, with ids from somewhere wherever it takes ids. */
public final class SchemaValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 5;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Set<String> NAMES = Set.of("name", "username", "hostname", "tenantName", "title");

    private final Schemas document;
    private final IdSource ids;
    private final Extent extent;
    private final RandomGenerator random;

    /** How much of what it may have an object has. */
    public enum Extent {
        /** What it must have, and some of the rest. */
        SOME,
        /** Every property, so that every id has its place. */
        ALL
    }

    public SchemaValues(Schemas document, IdSource ids, Extent extent, RandomGenerator random) {
        this.document = document;
        this.ids = ids;
        this.extent = extent;
        this.random = random;
    }

    /** A value for the field or parameter of that name. */
    public JsonNode of(String name, JsonNode described) {
        return of(name, described, 0);
    }

    private JsonNode of(String name, JsonNode described, int depth) {
        JsonNode schema = document.resolve(described);
        if (schema.path("format").asText().equals("uuid") || name.endsWith("Id")) {
            return JSON.textNode(ids.named(name));
        }
        if (schema.has("enum")) {
            return schema.path("enum").path(random.nextInt(schema.path("enum").size()));
        }
        JsonNode example = described.path("examples").path(0);
        if (!example.isMissingNode() && random.nextInt(4) > 0) {
            return fresh(name, example);
        }
        return made(name, schema, depth);
    }

    /** The example with names that are new and ids that are known. */
    public JsonNode fresh(String name, JsonNode example) {
        if (example.isObject()) {
            ObjectNode object = JSON.objectNode();
            example.properties().forEach(field -> object.set(field.getKey(), fresh(field.getKey(), field.getValue())));
            return object;
        }
        if (example.isArray()) {
            ArrayNode array = JSON.arrayNode();
            example.forEach(item -> array.add(fresh(name, item)));
            return array;
        }
        if (!example.isTextual()) {
            return example;
        }
        if (ID.matcher(example.asText()).matches()) {
            return JSON.textNode(ids.named(name));
        }
        return NAMES.contains(name) || name.equals("email") ? JSON.textNode(word(name)) : example;
    }

    private String word(String name) {
        String word = "fuzz-" + Long.toString(random.nextLong(1L << 40), 36);
        return name.equals("email") ? word + "@example.test" : word;
    }

    private JsonNode made(String name, JsonNode schema, int depth) {
        Set<String> types = Schemas.types(schema);
        if (schema.has("properties")) {
            return object(schema, depth);
        }
        if (types.contains("array")) {
            ArrayNode array = JSON.arrayNode();
            int least = extent == Extent.ALL ? 1 : 0;
            for (int item = least + random.nextInt(2); item > 0 && depth < DEEPEST; item--) {
                array.add(of(name, schema.path("items"), depth + 1));
            }
            return array;
        }
        if (types.contains("integer") || types.contains("number")) {
            return number(schema);
        }
        if (types.contains("boolean")) {
            return JSON.booleanNode(random.nextBoolean());
        }
        return types.contains("object") ? JSON.objectNode() : JSON.textNode(text(name, schema));
    }

    private JsonNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        Set<String> required = StreamSupport.stream(schema.path("required").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            boolean chosen = extent == Extent.ALL || random.nextInt(3) == 0;
            if (required.contains(property.getKey()) || (chosen && depth < DEEPEST)) {
                object.set(property.getKey(), of(property.getKey(), property.getValue(), depth + 1));
            }
        }
        return object;
    }

    private JsonNode number(JsonNode schema) {
        long lowest = schema.path("minimum").asLong(0);
        long highest = Math.max(lowest, schema.path("maximum").asLong(lowest + 1000));
        return JSON.numberNode(
                switch (random.nextInt(6)) {
                    case 0 -> lowest;
                    case 1 -> highest;
                    default -> Math.min(highest, lowest + random.nextInt(4));
                });
    }

    private String text(String name, JsonNode schema) {
        String text =
                switch (schema.path("format").asText()) {
                    case "date-time" -> "2031-01-0" + (1 + random.nextInt(9)) + "T10:00:00Z";
                    case "date" -> "2031-01-0" + (1 + random.nextInt(9));
                    default -> word(name);
                };
        int longest = schema.path("maxLength").asInt(text.length());
        return text.length() > longest ? text.substring(text.length() - longest) : text;
    }
}
