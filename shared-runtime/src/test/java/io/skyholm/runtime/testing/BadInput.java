package io.skyholm.runtime.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.DynamicTest;

/**
 * Sends every operation of a service, as its OpenAPI lists them, whatever nobody should send. Each is refused with a
 * problem that names the field, and changes nothing. An operation without an example fails.
 */
public final class BadInput {

    private static final Logger LOG = Logger.getLogger(BadInput.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Function<Calls, List<BadRequest>>> GROUPS = groups();

    private final Rows rows;
    private final String token;
    private final Refusals refusals = new Refusals();
    private final Map<String, Object> examples = new LinkedHashMap<>();
    private final Map<String, Supplier<String>> paths = new LinkedHashMap<>();

    private BadInput(Rows rows, String token) {
        this.rows = rows;
        this.token = token;
    }

    /** For that service, called by somebody who may do everything in it. */
    public static BadInput of(String service, String token) {
        return new BadInput(new Rows(service), token);
    }

    /** A body that the operation takes: {@code example("POST /v1/tenants", Map.of("name", "Acme"))}. */
    public BadInput example(String operation, Object body) {
        examples.put(operation, body);
        return this;
    }

    /** A path with ids that exist: {@code path("/v1/tenants/{id}", () -> "/v1/tenants/" + id)}. */
    public BadInput path(String template, Supplier<String> path) {
        paths.put(template, path);
        return this;
    }

    /** A test for every operation and kind of bad input. */
    public Stream<DynamicTest> tests() {
        return OpenApiDocument.ofRunningService().operations().stream().flatMap(this::tests);
    }

    private Stream<DynamicTest> tests(Operation operation) {
        DynamicTest right = DynamicTest.dynamicTest(operation.name() + ": takes its example", () -> takes(operation));
        Stream<DynamicTest> wrong = GROUPS.entrySet().stream()
                .map(group -> DynamicTest.dynamicTest(
                        operation.name() + ": bad " + group.getKey(),
                        () -> refuses(operation, group.getKey(), group.getValue())));
        return Stream.concat(Stream.of(right), wrong);
    }

    /** Without this, everything might be refused for the example's sake. */
    private void takes(Operation operation) {
        var answer = refusals.send(calls(operation).right(operation.changes() ? "?dry_run=true" : ""));
        assertThat(answer.statusCode())
                .as("%s %s", operation.name(), answer.body())
                .isBetween(200, 299);
    }

    private void refuses(Operation operation, String group, Function<Calls, List<BadRequest>> badness) {
        List<BadRequest> requests = badness.apply(calls(operation));
        if (requests.isEmpty()) {
            return;
        }
        Map<String, Long> before = rows.counts();
        List<String> complaints = refusals.complaints(requests);
        LOG.infof("%s: %d bad %s", operation.name(), requests.size(), group);
        assertThat(complaints).as(operation.name()).isEmpty();
        if (operation.changes()) {
            assertThat(rows.counts()).as("rows after bad " + group).isEqualTo(before);
        }
    }

    private Calls calls(Operation operation) {
        String base = RestAssured.baseURI + ":" + RestAssured.port;
        return new Calls(operation, base, path(operation), token, example(operation));
    }

    private String path(Operation operation) {
        if (!operation.path().contains("{")) {
            return operation.path();
        }
        String missing = "BadInput has no path(\"%s\", ...)".formatted(operation.path());
        return paths.getOrDefault(operation.path(), () -> fail(missing)).get();
    }

    private String example(Operation operation) {
        if (operation.body().isEmpty()) {
            return "";
        }
        assertThat(examples)
                .as("BadInput has no example(\"%s\", ...)", operation.name())
                .containsKey(operation.name());
        try {
            return JSON.writeValueAsString(examples.get(operation.name()));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException(unwritable);
        }
    }

    private static Map<String, Function<Calls, List<BadRequest>>> groups() {
        Map<String, Function<Calls, List<BadRequest>>> groups = new LinkedHashMap<>();
        groups.put("fields", BadFields::of);
        groups.put("bodies", BadBodies::of);
        groups.put("ids in the path", BadParameters::inPath);
        groups.put("query parameters", BadParameters::inQuery);
        groups.put("headers", BadParameters::inHeaders);
        return groups;
    }
}
