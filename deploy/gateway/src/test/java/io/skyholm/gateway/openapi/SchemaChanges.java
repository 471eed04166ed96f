package io.skyholm.gateway.openapi;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * Compares a schema with what it was, for one direction: what a client sends has to be accepted as before, and what it
 * receives has to hold what it held.
 */
final class SchemaChanges {

    /** Whether the client sends what the schema describes, or receives it. */
    enum Direction {
        SENT,
        RECEIVED
    }

    private static final int REFERENCE = "#/components/schemas/".length();
    private static final List<String> UPPER = List.of("maximum", "maxLength", "maxItems", "maxProperties");
    private static final List<String> LOWER = List.of("minimum", "minLength", "minItems", "minProperties");
    private static final List<String> ALTERNATIVES = List.of("oneOf", "anyOf", "allOf");

    private final JsonObject olderDocument;
    private final JsonObject newerDocument;
    private final Direction direction;
    private final List<String> breaks;
    private final Set<String> visited = new HashSet<>();

    SchemaChanges(JsonObject olderDocument, JsonObject newerDocument, Direction direction, List<String> breaks) {
        this.olderDocument = olderDocument;
        this.newerDocument = newerDocument;
        this.direction = direction;
        this.breaks = breaks;
    }

    void compare(String place, JsonObject older, JsonObject newer) {
        // Schemas may hold themselves, and one that is referred to twice breaks once.
        if (older.containsKey("$ref") && !visited.add(older.getString("$ref") + " " + newer.getString("$ref"))) {
            return;
        }
        JsonObject was = resolved(olderDocument, older);
        JsonObject is = resolved(newerDocument, newer);
        types(place, was, is);
        values(place, was, is);
        properties(place, was, is);
        required(place, was, is);
        if (direction == Direction.SENT) {
            limits(place, was, is);
        }
        if (was.containsKey("items")) {
            compare(place + "[]", was.getJsonObject("items"), is.getJsonObject("items", new JsonObject()));
        }
        if (was.getValue("additionalProperties") instanceof JsonObject each
                && is.getValue("additionalProperties") instanceof JsonObject now) {
            compare(place + ".*", each, now);
        }
        ALTERNATIVES.forEach(kind -> alternatives(place, array(was, kind), array(is, kind)));
    }

    private void types(String place, JsonObject was, JsonObject is) {
        Set<Object> before = types(was);
        Set<Object> now = types(is);
        boolean fits = direction == Direction.SENT ? now.containsAll(before) : before.containsAll(now);
        if (!before.isEmpty() && (now.isEmpty() || !fits)) {
            breaks.add(place + ": the type " + before + " is " + now);
        }
        if (was.containsKey("format") && !was.getValue("format").equals(is.getValue("format"))) {
            breaks.add(place + ": the format " + was.getValue("format") + " is " + is.getValue("format"));
        }
    }

    private void values(String place, JsonObject was, JsonObject is) {
        JsonArray now = array(is, "enum");
        array(was, "enum").stream()
                .filter(value -> !now.contains(value))
                .forEach(value -> breaks.add(place + ": the value " + value + " is gone"));
        if (direction == Direction.SENT && array(was, "enum").isEmpty() && !now.isEmpty()) {
            breaks.add(place + ": only " + now + " is accepted");
        }
    }

    private void properties(String place, JsonObject was, JsonObject is) {
        JsonObject now = is.getJsonObject("properties", new JsonObject());
        for (String name : was.getJsonObject("properties", new JsonObject()).fieldNames()) {
            if (now.containsKey(name)) {
                compare(
                        place + "." + name,
                        was.getJsonObject("properties").getJsonObject(name),
                        now.getJsonObject(name));
            } else {
                breaks.add(place + "." + name + " is gone");
            }
        }
    }

    private void required(String place, JsonObject was, JsonObject is) {
        JsonArray before = array(was, "required");
        JsonArray now = array(is, "required");
        if (direction == Direction.SENT) {
            now.stream()
                    .filter(name -> !before.contains(name))
                    .forEach(name -> breaks.add(place + "." + name + " is required"));
        } else {
            before.stream()
                    .filter(name -> !now.contains(name))
                    .forEach(name -> breaks.add(place + "." + name + " may be missing"));
        }
    }

    private void limits(String place, JsonObject was, JsonObject is) {
        limits(place, was, is, UPPER, (before, now) -> now < before, Double.POSITIVE_INFINITY);
        limits(place, was, is, LOWER, (before, now) -> now > before, Double.NEGATIVE_INFINITY);
        if (is.containsKey("pattern")
                && !Alternation.of(is.getString("pattern")).accepts(Alternation.of(was.getString("pattern", "")))) {
            breaks.add(place + ": the pattern is " + is.getString("pattern"));
        }
    }

    private void limits(
            String place,
            JsonObject was,
            JsonObject is,
            List<String> names,
            BiPredicate<Double, Double> narrower,
            double none) {
        for (String name : names) {
            if (narrower.test(was.getDouble(name, none), is.getDouble(name, none))) {
                breaks.add(place + ": " + name + " is " + is.getValue(name));
            }
        }
    }

    private void alternatives(String place, JsonArray was, JsonArray is) {
        if (is.size() < was.size()) {
            breaks.add(place + ": " + was.size() + " alternatives are " + is.size());
            return;
        }
        for (int i = 0; i < was.size(); i++) {
            compare(place, was.getJsonObject(i), is.getJsonObject(i));
        }
    }

    private static Set<Object> types(JsonObject schema) {
        return switch (schema.getValue("type")) {
            case JsonArray several -> several.stream().collect(Collectors.toSet());
            case String one -> Set.of(one);
            case null, default -> Set.of();
        };
    }

    private static JsonArray array(JsonObject schema, String name) {
        return schema.getJsonArray(name, new JsonArray());
    }

    /** What stands beside a reference, such as a description, says more about the same schema. */
    private static JsonObject resolved(JsonObject document, JsonObject schema) {
        String reference = schema.getString("$ref");
        if (reference == null) {
            return schema;
        }
        JsonObject target = document.getJsonObject("components")
                .getJsonObject("schemas")
                .getJsonObject(reference.substring(REFERENCE));
        return resolved(document, target).copy().mergeIn(withoutReference(schema));
    }

    private static JsonObject withoutReference(JsonObject schema) {
        JsonObject rest = schema.copy();
        rest.remove("$ref");
        return rest;
    }
}
