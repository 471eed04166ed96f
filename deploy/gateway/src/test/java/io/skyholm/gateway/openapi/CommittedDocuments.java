package io.skyholm.gateway.openapi;

import io.skyholm.gateway.upstream.Routes;
import io.skyholm.gateway.upstream.Upstream;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The documents that lie in the repository: those of the services, and what the gateway makes of them. */
final class CommittedDocuments {

    /** The whole API, as the gateway serves it. */
    static final Path WHOLE = root().resolve("docs/api/openapi.json");

    /** The whole API, as it was released last. */
    static final Path RELEASED = root().resolve("docs/api/released.json");

    static final Path CHANGELOG = root().resolve("docs/api/CHANGELOG.md");

    private static final String SERVICE = "-service";
    private static final String OF_A_SERVICE = "src/main/openapi/openapi.json";

    private CommittedDocuments() {}

    /** What the gateway makes of the services' documents. */
    static JsonObject merged() {
        List<Upstream> services = new ArrayList<>();
        List<JsonObject> documents = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(root(), "*" + SERVICE)) {
            for (Path folder : folders) {
                String name = folder.getFileName().toString().replace(SERVICE, "");
                services.add(Upstream.at(name, "http://localhost:1"));
                documents.add(read(folder.resolve(OF_A_SERVICE)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Routes routes = Routes.of(services, Optional.empty());
        List<ServiceDescription> parts = new ArrayList<>();
        for (int i = 0; i < services.size(); i++) {
            parts.add(ServiceDescription.of(services.get(i), documents.get(i), routes));
        }
        parts.sort((one, other) -> one.service().compareTo(other.service()));
        return new OpenApiMerge("https://localhost:8443").of(parts);
    }

    static JsonObject read(Path file) {
        try {
            return new JsonObject(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** In an order that does not depend on who was merged first, so that a change shows as one. */
    static String text(JsonObject document) {
        return sorted(document).encodePrettily() + "\n";
    }

    private static JsonObject sorted(JsonObject object) {
        TreeMap<String, Object> fields = new TreeMap<>();
        object.forEach(field -> fields.put(field.getKey(), sortedValue(field.getValue())));
        return new JsonObject(fields);
    }

    private static Object sortedValue(Object value) {
        return switch (value) {
            case JsonObject object -> sorted(object);
            case JsonArray array ->
                new JsonArray(
                        array.stream().map(CommittedDocuments::sortedValue).toList());
            default -> value;
        };
    }

    private static Path root() {
        return Path.of(System.getProperty("skyholm.root"));
    }
}
