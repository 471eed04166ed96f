package io.skyholm.runtime.testing.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How each operation of a service is called rightly: bodies that it takes, and paths with ids that exist. Those that every
 * service has are there from the beginning.
 */
public final class Examples {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Object> bodies = new LinkedHashMap<>();
    private final Map<String, Supplier<String>> paths = new LinkedHashMap<>(SampleTask.PATHS);

    /** A body that the operation takes: {@code body("POST /v1/tenants", Map.of("name", "Acme"))}. */
    public Examples example(String operation, Object body) {
        bodies.put(operation, body);
        return this;
    }

    /** A path with ids that exist: {@code path("/v1/tenants/{id}", () -> "/v1/tenants/" + id)}. */
    public Examples path(String template, Supplier<String> path) {
        paths.put(template, path);
        return this;
    }

    String pathOf(Operation operation) {
        if (!operation.path().contains("{")) {
            return operation.path();
        }
        String missing = "The examples have no path(\"%s\", ...)".formatted(operation.path());
        return paths.getOrDefault(operation.path(), () -> fail(missing)).get();
    }

    /** The body, or nothing for an operation that takes none. */
    String bodyOf(Operation operation) {
        if (operation.body().isEmpty()) {
            return "";
        }
        assertThat(bodies)
                .as("example(\"%s\", ...) of the examples", operation.name())
                .containsKey(operation.name());
        try {
            return JSON.writeValueAsString(bodies.get(operation.name()));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException(unwritable);
        }
    }
}
