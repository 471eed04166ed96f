package io.skyholm.gateway.openapi;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/** Makes one OpenAPI document out of several. */
final class OpenApiMerge {

    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final JsonObject paths = new JsonObject();
    private final JsonObject components = new JsonObject();
    private final JsonObject tags = new JsonObject();
    private final ServiceNames services = new ServiceNames();
    private final String publicUrl;

    OpenApiMerge(String publicUrl) {
        this.publicUrl = publicUrl;
    }

    JsonObject of(List<ServiceDescription> parts) {
        parts.forEach(this::add);
        LoginUrls.complete(components, publicUrl);
        services.write(paths);
        return new JsonObject()
                .put("openapi", "3.1.0")
                .put("info", info())
                .put("servers", new JsonArray().add(new JsonObject().put("url", publicUrl)))
                .put(
                        "tags",
                        new JsonArray(tags.stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(Map.Entry::getValue)
                                .toList()))
                .put("paths", paths)
                .put("components", components);
    }

    private static JsonObject info() {
        return new JsonObject()
                .put("title", "Skyholm API")
                .put("version", "v1")
                .put(
                        "description",
                        "One API for all services of Skyholm: who may do what, data centres, instances, networks, and the"
                                + " audit of all of it.")
                .put("contact", new JsonObject().put("name", "The maintainers of Skyholm"))
                .put(
                        "license",
                        new JsonObject()
                                .put("name", "Apache-2.0")
                                .put("url", "https://www.apache.org/licenses/LICENSE-2.0"));
    }

    private void add(ServiceDescription part) {
        JsonObject document = ComponentNames.withoutClashes(part, components);
        document.getJsonObject("paths").forEach(path -> {
            paths.put(path.getKey(), secured(path.getValue(), document));
            services.note(path.getKey(), part.service());
        });
        document.getJsonObject("components", new JsonObject())
                .forEach(section -> section(section.getKey()).mergeIn((JsonObject) section.getValue()));
        document.getJsonArray("tags", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .forEach(tag -> tags.put(tag.getString("name"), tag));
    }

    private JsonObject section(String name) {
        if (!components.containsKey(name)) {
            components.put(name, new JsonObject());
        }
        return components.getJsonObject(name);
    }

    /** What a service asks for everywhere is written to each of its operations, since it holds for no other service. */
    private static JsonObject secured(Object path, JsonObject document) {
        JsonObject operations = (JsonObject) path;
        JsonArray everywhere = document.getJsonArray("security");
        if (everywhere != null) {
            METHODS.stream()
                    .filter(operations::containsKey)
                    .map(operations::getJsonObject)
                    .filter(operation -> !operation.containsKey("security"))
                    .forEach(operation -> operation.put("security", everywhere));
        }
        return operations;
    }
}
