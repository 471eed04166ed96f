package io.skyholm.events.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds what would break a reader of a released schema: anything but an added optional property, an added enum value
 * or new words.
 */
final class SchemaCompatibility {

    private static final Set<String> WORDS = Set.of("$schema", "$id", "title", "description", "examples");
    private static final Set<String> COMPARED_BY_PARTS =
            Set.of("properties", "required", "enum", "items", "additionalProperties");

    private SchemaCompatibility() {}

    /** One sentence for each break; empty when every reader of the released schema can read the present one. */
    static List<String> breaks(JsonNode released, JsonNode present) {
        return breaksAt("payload", released, present).toList();
    }

    private static Stream<String> breaksAt(String path, JsonNode released, JsonNode present) {
        return Stream.of(
                        changedKeywords(path, released, present),
                        changedDuties(path, released, present),
                        removedEnumValues(path, released, present),
                        breaksOfProperties(path, released, present),
                        breaksOfPart("items", path + "[]", released, present),
                        breaksOfPart("additionalProperties", path + ".*", released, present))
                .flatMap(breaks -> breaks);
    }

    private static Stream<String> changedKeywords(String path, JsonNode released, JsonNode present) {
        Predicate<String> isPlain = keyword -> !WORDS.contains(keyword) && !COMPARED_BY_PARTS.contains(keyword);
        Set<String> keywords = new LinkedHashSet<>();
        released.fieldNames().forEachRemaining(keywords::add);
        present.fieldNames().forEachRemaining(keywords::add);
        return keywords.stream()
                .filter(isPlain)
                .filter(keyword -> !released.path(keyword).equals(present.path(keyword)))
                .map(keyword -> "%s: %s was %s and is %s"
                        .formatted(path, keyword, shown(released, keyword), shown(present, keyword)));
    }

    private static Stream<String> changedDuties(String path, JsonNode released, JsonNode present) {
        Stream<String> added =
                missing(present, released, "required").map(name -> path + "." + name + " is newly required");
        Stream<String> dropped =
                missing(released, present, "required").map(name -> path + "." + name + " is no longer always there");
        return Stream.concat(added, dropped);
    }

    private static Stream<String> removedEnumValues(String path, JsonNode released, JsonNode present) {
        if (released.has("enum") != present.has("enum")) {
            return Stream.of(path + ": only one of both is an enum");
        }
        return missing(released, present, "enum").map(value -> path + ": the value " + value + " was removed");
    }

    private static Stream<String> breaksOfProperties(String path, JsonNode released, JsonNode present) {
        return released.path("properties").propertyStream().flatMap(property -> {
            String name = path + "." + property.getKey();
            JsonNode now = present.path("properties").path(property.getKey());
            return now.isMissingNode() ? Stream.of(name + " was removed") : breaksAt(name, property.getValue(), now);
        });
    }

    private static Stream<String> breaksOfPart(String keyword, String path, JsonNode released, JsonNode present) {
        if (released.has(keyword) != present.has(keyword)) {
            return Stream.of("%s: %s was %s and is %s"
                    .formatted(path, keyword, shown(released, keyword), shown(present, keyword)));
        }
        return released.has(keyword) ? breaksAt(path, released.path(keyword), present.path(keyword)) : Stream.empty();
    }

    private static Stream<String> missing(JsonNode from, JsonNode in, String keyword) {
        Set<JsonNode> there = new LinkedHashSet<>();
        in.path(keyword).forEach(there::add);
        return from.path(keyword)
                .valueStream()
                .filter(value -> !there.contains(value))
                .map(JsonNode::asText);
    }

    private static String shown(JsonNode schema, String keyword) {
        return schema.has(keyword) ? schema.path(keyword).toString() : "open";
    }
}
