package io.skyholm.gateway.openapi;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Shows at each path that several services have which services these are: one cannot know of the others. */
final class ServiceNames {

    private static final String PARAMETER = "service";

    private final Map<String, SortedSet<String>> byPath = new TreeMap<>();

    void note(String path, String service) {
        byPath.computeIfAbsent(path, first -> new TreeSet<>()).add(service);
    }

    void write(JsonObject paths) {
        byPath.forEach((path, services) -> {
            if (path.contains("{" + PARAMETER + "}")) {
                paths.getJsonObject(path).stream()
                        .filter(operation -> operation.getValue() instanceof JsonObject)
                        .map(operation ->
                                ((JsonObject) operation.getValue()).getJsonArray("parameters", new JsonArray()))
                        .forEach(parameters -> write(parameters, services));
            }
        });
    }

    private static void write(JsonArray parameters, SortedSet<String> services) {
        JsonObject examples = new JsonObject();
        services.forEach(service -> examples.put(service, new JsonObject().put("value", service)));
        parameters.stream()
                .map(JsonObject.class::cast)
                .filter(parameter -> PARAMETER.equals(parameter.getString("name")))
                .forEach(parameter -> {
                    parameter.remove("example");
                    parameter.put("examples", examples);
                });
    }
}
