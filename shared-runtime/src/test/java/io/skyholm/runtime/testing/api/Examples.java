package io.skyholm.runtime.testing.api;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * How each operation of a service is called rightly: bodies that it takes, and paths with ids that exist. Those that every
 * service has are there from the beginning.
 */
public final class Examples {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Object> bodies = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> headers = new LinkedHashMap<>();
    private final Map<String, Supplier<String>> paths = new LinkedHashMap<>(ServicePaths.ALL);

    /** A body that the operation takes: {@code body("POST /v1/tenants", Map.of("name", "Acme"))}. */
    public Examples example(String operation, Object body) {
        bodies.put(operation, body);
        return this;
    }

    /** Headers without which the operation is not called rightly. */
    public Examples headers(String operation, Map<String, String> sent) {
        headers.put(operation, sent);
        return this;
    }

    Map<String, String> headersOf(Operation operation) {
        return headers.getOrDefault(operation.name(), Map.of());
    }

    /**
     * A path with ids that exist: {@code path("/v1/tenants/{id}", () -> "/v1/tenants/" + id)}. One operation at a path may have
     * another: {@code path("DELETE /v1/tenants/{id}", ...)}.
     */
    public Examples path(String template, Supplier<String> path) {
        paths.put(template, path);
        return this;
    }

    String pathOf(Operation operation) {
        if (!operation.path().contains("{")) {
            return operation.path();
        }
        String missing = "The examples have no path(\"%s\", ...)".formatted(operation.path());
        Supplier<String> ofAll = paths.getOrDefault(operation.path(), () -> fail(missing));
        return paths.getOrDefault(operation.name(), ofAll).get();
    }

    /** The body, or nothing for an operation that takes none. */
    String bodyOf(Operation operation) {
        if (operation.body().isEmpty() && !operation.takesForm()) {
            return "";
        }
        assertThat(bodies)
                .as("example(\"%s\", ...) of the examples", operation.name())
                .containsKey(operation.name());
        if (operation.takesForm() && bodies.get(operation.name()) instanceof Map<?, ?> form) {
            return form.entrySet().stream()
                    .map(field -> field.getKey() + "=" + encode(String.valueOf(field.getValue()), UTF_8))
                    .collect(Collectors.joining("&"));
        }
        try {
            return JSON.writeValueAsString(bodies.get(operation.name()));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException(unwritable);
        }
    }
}
