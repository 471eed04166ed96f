package io.skyholm.runtime.testing.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.DynamicTest;

/**
 * Sends every operation of a service, as its OpenAPI lists them, whatever nobody should send. Each is refused with a
 * problem that names the field, and changes nothing. An operation without an example fails.
 */
public final class BadInput {

    private static final Logger LOG = Logger.getLogger(BadInput.class);
    private static final Map<String, Function<Calls, List<BadRequest>>> GROUPS = groups();

    private final Rows rows;
    private final String token;
    private final Refusals refusals = new Refusals();
    private final Examples examples;
    private final Set<String> everybodys;

    private BadInput(Rows rows, String token, Examples examples, Set<String> everybodys) {
        this.rows = rows;
        this.token = token;
        this.examples = examples;
        this.everybodys = everybodys;
    }

    /** For that service, called rightly by somebody who may do everything in it. */
    public static BadInput of(String service, String token, Examples examples) {
        return new BadInput(new Rows(service), token, examples, Set.of(ServicePaths.EVERYBODYS));
    }

    /** The same where these operations show what is everybody's own, so that nothing there is somebody else's. */
    public BadInput withEverybodys(String... operations) {
        Set<String> all =
                Stream.concat(everybodys.stream(), Stream.of(operations)).collect(Collectors.toSet());
        return new BadInput(rows, token, examples, all);
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

    /** Without this, everything might be refused for the example's sake. A change is tried out, which changes nothing. */
    private void takes(Operation operation) {
        Map<String, Long> before = operation.changes() ? rows.counts() : Map.of();
        assertThat(refusals.complaint(calls(operation).right(operation.changes() ? "?dry_run=true" : "")))
                .isEmpty();
        if (operation.changes()) {
            assertThat(rows.counts()).as("rows after a dry run").isEqualTo(before);
        }
    }

    private void refuses(Operation operation, String group, Function<Calls, List<BadRequest>> badness) {
        List<BadRequest> requests = badness.apply(calls(operation)).stream()
                .filter(bad ->
                        !(everybodys.contains(operation.name()) && bad.what().equals(BadParameters.SOMEBODY_ELSES)))
                .toList();
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
        return new Calls(
                operation,
                base,
                examples.pathOf(operation),
                token,
                examples.bodyOf(operation),
                examples.headersOf(operation));
    }

    private static Map<String, Function<Calls, List<BadRequest>>> groups() {
        Map<String, Function<Calls, List<BadRequest>>> groups = new LinkedHashMap<>();
        groups.put("fields", BadFields::of);
        groups.put("bodies", BadBodies::of);
        groups.put("ids in the path", BadParameters::inPath);
        groups.put("query parameters", BadParameters::inQuery);
        groups.put("headers", BadParameters::inHeaders);
        groups.put("credentials", BadParameters::inCredentials);
        return groups;
    }
}
