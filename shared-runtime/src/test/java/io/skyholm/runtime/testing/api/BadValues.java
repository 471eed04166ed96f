package io.skyholm.runtime.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** JSON values that a schema does not allow, by what is wrong with each. */
public final class BadValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String TOO_LONG = "x".repeat(100_000);
    private static final Set<String> FORMS = Set.of("uuid", "date-time", "date");

    private final JsonNode schema;
    private final Map<String, JsonNode> values = new LinkedHashMap<>();

    private BadValues(JsonNode schema) {
        this.schema = schema;
    }

    public static Map<String, JsonNode> of(JsonNode schema) {
        BadValues bad = new BadValues(schema);
        Set<String> types = Schemas.types(schema);
        bad.wrongTypes(types);
        if (types.contains("string")) {
            bad.texts();
        }
        if (types.contains("integer") || types.contains("number")) {
            bad.numbers(types.contains("integer"));
        }
        return bad.values;
    }

    private void wrongTypes(Set<String> types) {
        put(types, "boolean", "true", JSON.booleanNode(true));
        put(types, "array", "a list", JSON.arrayNode());
        put(types, "object", "an object", JSON.objectNode().put("no", "such"));
        if (!types.contains("integer") && !types.contains("number")) {
            values.put("a number", JSON.numberNode(17));
        }
        put(types, "string", "a text", JSON.textNode("text"));
    }

    private void put(Set<String> types, String type, String what, JsonNode value) {
        if (!types.contains(type)) {
            values.put(what, value);
        }
    }

    private void texts() {
        int most = schema.path("maxLength").asInt();
        values.put("over-long", JSON.textNode(most < TOO_LONG.length() ? TOO_LONG : "x".repeat(most + 1)));
        values.put("with NUL", JSON.textNode("a\u0000b"));
        values.put("with a control character", JSON.textNode("a\u0007b"));
        if (schema.path("minLength").asInt() > 0
                || FORMS.contains(schema.path("format").asText())) {
            values.put("empty", JSON.textNode(""));
        }
        if (schema.has("enum")) {
            values.put("no member", JSON.textNode("NO_SUCH_VALUE"));
        }
        if (FORMS.contains(schema.path("format").asText())) {
            values.put("shapeless", JSON.textNode("yesterday"));
            values.put("shortened", JSON.textNode("1-1-1-1-1"));
        }
    }

    private void numbers(boolean whole) {
        values.put("beyond 64 bits", JSON.numberNode(BigInteger.TWO.pow(63)));
        values.put("beyond double", JSON.numberNode(new BigDecimal("1e400")));
        values.put("text of a number", JSON.textNode("1"));
        values.put("negative", JSON.numberNode(schema.path("minimum").asLong(0) - 1));
        if (schema.has("maximum")) {
            values.put("too large", JSON.numberNode(schema.path("maximum").asLong() + 1));
        }
        if (whole) {
            values.put("a fraction", JSON.numberNode(1.5));
        }
    }
}
