package io.skyholm.audit.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The normal form of details: reading it and writing it again gives the same text, so that it can be hashed. */
public final class Details {

    /** What identity tells other services to recognise a key by is nobody else's business. */
    private static final Set<String> NEVER_KEPT = Set.of("keyHash");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Details() {}

    /**
     * Reads a payload into the tree of its normal form; fails if it is no JSON, without Jackson's failure as the cause: that
     * is an IOException, which the inbox would take for a database that is away, and wait for ever.
     */
    public static JsonNode read(String payload) {
        try {
            JsonNode read = JSON.readTree(payload);
            if (read.isMissingNode()) {
                throw new IllegalArgumentException("The payload is empty");
            }
            return normal(read);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("The payload is no JSON: " + unreadable.getOriginalMessage());
        }
    }

    /** The text of a tree in its normal form. */
    public static String write(JsonNode normal) {
        try {
            return JSON.writeValueAsString(normal);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    /** The normal form: properties in their order, numbers as they were written, secrets left out. */
    static JsonNode normal(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> normal(object);
            case ArrayNode array -> normal(array);
            case TextNode text -> TextNode.valueOf(wellFormed(text.textValue()));
            default -> node;
        };
    }

    private static JsonNode normal(ObjectNode object) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        object.properties().forEach(field -> sorted.put(wellFormed(field.getKey()), field.getValue()));
        ObjectNode normal = JSON.createObjectNode();
        sorted.forEach((name, value) -> {
            if (!NEVER_KEPT.contains(name)) {
                normal.set(name, normal(value));
            }
        });
        return normal;
    }

    private static JsonNode normal(ArrayNode array) {
        ArrayNode normal = JSON.createArrayNode();
        array.forEach(element -> normal.add(normal(element)));
        return normal;
    }

    /** Half a surrogate pair has no place in UTF-8, and would not come back as what was hashed. */
    private static String wellFormed(String text) {
        return text.chars().anyMatch(character -> Character.isSurrogate((char) character))
                ? new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                : text;
    }
}
