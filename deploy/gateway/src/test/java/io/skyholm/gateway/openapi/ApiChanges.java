package io.skyholm.gateway.openapi;

import io.skyholm.gateway.openapi.SchemaChanges.Direction;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What clients of an older document would notice in a newer one: what breaks them. */
final class ApiChanges {

    static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonObject older;
    private final JsonObject newer;
    private final List<String> breaks = new ArrayList<>();

    private ApiChanges(JsonObject older, JsonObject newer) {
        this.older = older;
        this.newer = newer;
    }

    /** One line for each change that a client may break at. */
    static List<String> breaking(JsonObject older, JsonObject newer) {
        ApiChanges changes = new ApiChanges(older, newer);
        Map<String, JsonObject> now = operations(newer);
        operations(older).forEach((name, operation) -> {
            if (now.containsKey(name)) {
                changes.operation(name, operation, now.get(name));
            } else {
                changes.breaks.add(name + " is gone");
            }
        });
        return changes.breaks.stream().distinct().toList();
    }

    /** By method and path, as in {@code GET /v1/tenants}. */
    static Map<String, JsonObject> operations(JsonObject document) {
        Map<String, JsonObject> operations = new LinkedHashMap<>();
        for (Map.Entry<String, Object> path : document.getJsonObject("paths")) {
            for (Map.Entry<String, Object> method : (JsonObject) path.getValue()) {
                if (METHODS.contains(method.getKey())) {
                    String name = method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                    operations.put(name, (JsonObject) method.getValue());
                }
            }
        }
        return operations;
    }

    /** By where and how they are named, as in {@code query parameter status}. */
    static Map<String, JsonObject> parameters(JsonObject document, JsonObject operation) {
        Map<String, JsonObject> parameters = new LinkedHashMap<>();
        for (Object each : operation.getJsonArray("parameters", new JsonArray())) {
            JsonObject parameter = component(document, (JsonObject) each);
            parameters.put(parameter.getString("in") + " parameter " + parameter.getString("name"), parameter);
        }
        return parameters;
    }

    private void operation(String name, JsonObject was, JsonObject is) {
        parameters(name, was, is);
        body(name, component(older, was, "requestBody"), component(newer, is, "requestBody"));
        JsonObject answers = is.getJsonObject("responses", new JsonObject());
        for (String status : was.getJsonObject("responses", new JsonObject()).fieldNames()) {
            if (answers.containsKey(status)) {
                answer(
                        name + " " + status,
                        component(older, was.getJsonObject("responses"), status),
                        component(newer, answers, status));
            } else {
                breaks.add(name + " does not answer " + status);
            }
        }
    }

    private void parameters(String name, JsonObject was, JsonObject is) {
        Map<String, JsonObject> before = parameters(older, was);
        Map<String, JsonObject> now = parameters(newer, is);
        before.forEach((parameter, definition) -> {
            if (now.containsKey(parameter)) {
                sent(name + " " + parameter, schema(definition), schema(now.get(parameter)));
            } else {
                breaks.add(name + ": the " + parameter + " is gone");
            }
        });
        now.forEach((parameter, definition) -> {
            if (required(definition) && !required(before.getOrDefault(parameter, new JsonObject()))) {
                breaks.add(name + ": the " + parameter + " is required");
            }
        });
    }

    private void body(String name, JsonObject was, JsonObject is) {
        if (required(is) && !required(was)) {
            breaks.add(name + ": a body is required");
        }
        contents(name, was, is).forEach((type, contents) -> sent(name, contents.get(0), contents.get(1)));
    }

    private void answer(String name, JsonObject was, JsonObject is) {
        was.getJsonObject("headers", new JsonObject()).fieldNames().stream()
                .filter(header -> !is.getJsonObject("headers", new JsonObject()).containsKey(header))
                .forEach(header -> breaks.add(name + ": the header " + header + " is gone"));
        contents(name, was, is).forEach((type, contents) -> new SchemaChanges(older, newer, Direction.RECEIVED, breaks)
                .compare(name, contents.get(0), contents.get(1)));
    }

    private void sent(String name, JsonObject was, JsonObject is) {
        new SchemaChanges(older, newer, Direction.SENT, breaks).compare(name, was, is);
    }

    /** The schemas of each media type, before and now. */
    private Map<String, List<JsonObject>> contents(String name, JsonObject was, JsonObject is) {
        Map<String, List<JsonObject>> contents = new LinkedHashMap<>();
        JsonObject now = is.getJsonObject("content", new JsonObject());
        for (Map.Entry<String, Object> type : was.getJsonObject("content", new JsonObject())) {
            if (now.containsKey(type.getKey())) {
                contents.put(
                        type.getKey(),
                        List.of(schema((JsonObject) type.getValue()), schema(now.getJsonObject(type.getKey()))));
            } else {
                breaks.add(name + ": the content " + type.getKey() + " is gone");
            }
        }
        return contents;
    }

    private static boolean required(JsonObject definition) {
        return definition.getBoolean("required", false);
    }

    private static JsonObject schema(JsonObject definition) {
        return definition.getJsonObject("schema", new JsonObject());
    }

    private static JsonObject component(JsonObject document, JsonObject holder, String name) {
        return component(document, holder.getJsonObject(name, new JsonObject()));
    }

    /** Parameters, bodies and answers may be written once for all operations. */
    private static JsonObject component(JsonObject document, JsonObject definition) {
        String reference = definition.getString("$ref");
        if (reference == null) {
            return definition;
        }
        JsonObject target = document;
        for (String step : reference.substring(2).split("/", -1)) {
            target = target.getJsonObject(step);
        }
        return component(document, target);
    }
}
