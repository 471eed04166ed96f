package io.skyholm.gateway.openapi;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a newer document offers that an older one did not, as lines of the changelog. */
final class ApiAdditions {

    private final List<String> lines = new ArrayList<>();

    private ApiAdditions() {}

    static List<String> between(JsonObject older, JsonObject newer) {
        ApiAdditions additions = new ApiAdditions();
        additions.operations(older, newer);
        additions.schemas(schemas(older), schemas(newer));
        return additions.lines;
    }

    private void operations(JsonObject older, JsonObject newer) {
        Map<String, JsonObject> before = ApiChanges.operations(older);
        ApiChanges.operations(newer).forEach((name, operation) -> {
            JsonObject was = before.get(name);
            if (was == null) {
                add("`" + name + "`", operation.getString("summary"));
            } else {
                parameters(name, ApiChanges.parameters(older, was), ApiChanges.parameters(newer, operation));
                answers(name, was, operation);
            }
        });
    }

    private void parameters(String name, Map<String, JsonObject> before, Map<String, JsonObject> now) {
        now.forEach((parameter, definition) -> {
            if (!before.containsKey(parameter)) {
                add("`" + name + "`: the " + parameter, definition.getString("description"));
            }
        });
    }

    private void answers(String name, JsonObject was, JsonObject is) {
        JsonObject before = was.getJsonObject("responses", new JsonObject());
        List<String> statuses = is.getJsonObject("responses", new JsonObject()).fieldNames().stream()
                .filter(status -> !before.containsKey(status))
                .toList();
        if (!statuses.isEmpty()) {
            add("`" + name + "`: the answers " + String.join(", ", statuses), null);
        }
    }

    /** A schema that is new is told by the operation that needs it. */
    private void schemas(JsonObject before, JsonObject now) {
        for (Map.Entry<String, Object> schema : now) {
            JsonObject was = before.getJsonObject(schema.getKey());
            if (was != null) {
                members(schema.getKey(), was, (JsonObject) schema.getValue());
            }
        }
    }

    private void members(String name, JsonObject was, JsonObject is) {
        JsonObject before = was.getJsonObject("properties", new JsonObject());
        for (Map.Entry<String, Object> property : is.getJsonObject("properties", new JsonObject())) {
            if (!before.containsKey(property.getKey())) {
                add(
                        "`" + name + "." + property.getKey() + "`",
                        ((JsonObject) property.getValue()).getString("description"));
            }
        }
        JsonArray values = was.getJsonArray("enum", new JsonArray());
        is.getJsonArray("enum", new JsonArray()).stream()
                .filter(value -> !values.contains(value))
                .forEach(value -> add("`" + name + "`: the value `" + value + "`", null));
    }

    private void add(String what, @Nullable String why) {
        lines.add("- " + what
                + (why == null || why.isBlank() ? "" : ": " + why.strip().replaceAll("\\s+", " ")));
    }

    private static JsonObject schemas(JsonObject document) {
        return document.getJsonObject("components", new JsonObject()).getJsonObject("schemas", new JsonObject());
    }
}
