package io.skyholm.runtime.testing.answers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes an example of what a test has sent or got: short lists, and ids, times and secrets that are nobody's. */
final class PlainExample {

    private static final int MOST_ITEMS = 2;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern TAG = Pattern.compile("[ ._-]?" + ID.pattern());
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z");
    private static final Pattern SECRET = Pattern.compile("(sky[a-z]*_)[A-Za-z0-9_-]{16,}");

    private static final Pattern TOKEN =
            Pattern.compile("(eyJ[A-Za-z0-9_-]{7})[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");

    private final Map<String, String> ids = new LinkedHashMap<>();

    /** An id that occurs twice stays the same one. */
    JsonNode of(JsonNode value) {
        if (value instanceof ObjectNode object) {
            ObjectNode plain = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(property -> plain.set(property.getKey(), of(property.getValue())));
            return plain;
        }
        if (value instanceof ArrayNode array) {
            ArrayNode plain = JsonNodeFactory.instance.arrayNode();
            array.valueStream().limit(MOST_ITEMS).forEach(item -> plain.add(of(item)));
            return plain;
        }
        return value.isTextual() ? JsonNodeFactory.instance.textNode(of(value.textValue())) : value;
    }

    /** Tests make names that nobody else has by an id in them; one that is nothing but an id, and what has an address in it, keeps it. */
    private static String withoutTag(String text) {
        String tagless = TAG.matcher(text).replaceAll("");
        return tagless.isEmpty() || text.indexOf('/') >= 0 || text.indexOf(':') >= 0 ? text : tagless;
    }

    private String of(String text) {
        String named = ID.matcher(withoutTag(text))
                .replaceAll(id -> ids.computeIfAbsent(
                        id.group(), next -> "01a2b3c4-0000-7000-8000-%012x".formatted(ids.size() + 1)));
        String timed = TIME.matcher(named).replaceAll("2026-11-27T10:02:11Z");
        String shortened = TOKEN.matcher(timed).replaceAll("$1…");
        return SECRET.matcher(shortened).replaceAll("$1x7Kq2vN8rT4wY6zB1cD3fG5hJ9mP0sLa");
    }
}
