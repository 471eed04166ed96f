package io.skyholm.system.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.skyholm.runtime.testing.api.BadValues;
import io.skyholm.runtime.testing.api.Schemas;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What can be wrong with one field of a body. */
final class FieldTwists {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Numbers that a parser may take a long time for, or cannot hold; the last ones are none. */
    private static final List<String> NUMBERS = List.of(
            "1e999999999",
            "1E-999999999",
            "-0",
            "-0.0",
            "1e2147483648",
            "9".repeat(900),
            "9223372036854775808",
            "2147483648",
            "0." + "0".repeat(900) + "1",
            "1.0000000000000000000000001",
            "01",
            "+1",
            "0x10",
            "NaN",
            "-Infinity",
            "1.",
            ".5");

    private final Schemas document;
    private final RandomGenerator random;

    FieldTwists(Schemas document, RandomGenerator random) {
        this.document = document;
        this.random = random;
    }

    /** Makes one thing wrong with one field of the draft's body, if it has a body of fields. */
    void apply(Draft draft) {
        JsonNode schema = draft.operation.requestSchema().map(document::resolve).orElse(JSON.missingNode());
        if (draft.json instanceof ObjectNode body && schema.has("properties")) {
            twist(draft, body, schema);
        }
    }

    private void twist(Draft draft, ObjectNode object, JsonNode schema) {
        List<Map.Entry<String, JsonNode>> fields =
                List.copyOf(schema.path("properties").properties());
        Map.Entry<String, JsonNode> field = fields.get(random.nextInt(fields.size()));
        JsonNode described = document.resolve(field.getValue());
        if (described.has("properties") && random.nextInt(4) > 0) {
            JsonNode within = object.path(field.getKey());
            ObjectNode inner = within.isObject() ? (ObjectNode) within : JSON.objectNode();
            object.set(field.getKey(), inner);
            twist(draft, inner, described);
            return;
        }
        switch (random.nextInt(8)) {
            case 0 -> object.put("noSuchField", "x");
            case 1 -> object.remove(field.getKey());
            case 2 -> object.putNull(field.getKey());
            case 3 -> object.set(field.getKey(), spliced(draft));
            case 4 -> object.put(field.getKey(), StrangeTexts.any(random));
            case 5 -> object.set(field.getKey(), bad(described));
            default -> object.set(field.getKey(), atTheLimit(described));
        }
    }

    private JsonNode spliced(Draft draft) {
        draft.splice = NUMBERS.get(random.nextInt(NUMBERS.size()));
        return JSON.textNode(Draft.SPLICED);
    }

    private JsonNode bad(JsonNode schema) {
        List<JsonNode> values = List.copyOf(BadValues.of(schema).values());
        return values.get(random.nextInt(values.size()));
    }

    /** Just within or just beyond what the schema allows. */
    private JsonNode atTheLimit(JsonNode schema) {
        int beyond = random.nextInt(3) - 1;
        if (schema.has("maxItems") || Schemas.types(schema).contains("array")) {
            ArrayNode items = JSON.arrayNode();
            JsonNode item = JSON.textNode("fuzz");
            for (int count = schema.path("maxItems").asInt(50) + beyond; count > 0; count--) {
                items.add(item);
            }
            return items;
        }
        if (schema.has("maximum") && random.nextBoolean()) {
            return JSON.numberNode(schema.path("maximum").asLong() + beyond);
        }
        if (schema.has("minimum")) {
            return JSON.numberNode(schema.path("minimum").asLong() + beyond);
        }
        boolean longest = random.nextBoolean();
        int length = longest
                ? schema.path("maxLength").asInt(255)
                : schema.path("minLength").asInt(1);
        // Characters outside the basic plane count once here and twice in Java.
        String letter = random.nextInt(4) == 0 ? "\ud83d\ude00" : "x";
        return JSON.textNode(letter.repeat(Math.max(0, length + beyond)));
    }
}
