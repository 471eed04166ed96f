package io.skyholm.runtime.testing.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.restassured.RestAssured;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Makes every creating call of a service, as its OpenAPI lists them, twice under one Idempotency-Key: it is answered
 * the same and nothing is made a second time. Under a key that was used for another body it is refused.
 */
public final class Repeats {

    private static final Set<Integer> CREATED = Set.of(201, 202);
    private static final String NAME = "\"name\":\"";

    private final String token;
    private final Examples examples;
    private final Refusals calls = new Refusals();

    private Repeats(String token, Examples examples) {
        this.token = token;
        this.examples = examples;
    }

    /** For calls that somebody with this token may make. */
    public static Repeats of(String token, Examples examples) {
        return new Repeats(token, examples);
    }

    /**
     * A test for each call that creates something.
     *
     * @param others calls that are not for repetition, such as those that use a mailed token up
     */
    public Stream<DynamicTest> tests(Set<String> others) {
        return OpenApiDocument.ofRunningService().operations().stream()
                .filter(operation -> operation.method().equals("POST") && !others.contains(operation.name()))
                .map(operation -> dynamicTest(operation.name() + " twice", () -> happensOnce(operation)));
    }

    private void happensOnce(Operation operation) {
        String key = UUID.randomUUID().toString();
        HttpResponse<String> first = answer(operation, examples.bodyOf(operation), key);
        assertThat(first.statusCode()).as(first.body()).isIn(CREATED);
        HttpResponse<String> second = answer(operation, examples.bodyOf(operation), key);
        assertThat(second.statusCode()).isEqualTo(first.statusCode());
        assertThat(second.body()).isEqualTo(first.body());
        if (examples.bodyOf(operation).contains(NAME)) {
            String other = examples.bodyOf(operation).replace(NAME, NAME + "Other ");
            HttpResponse<String> refused = answer(operation, other, key);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("IDEMPOTENCY_KEY_REUSED");
        }
    }

    private HttpResponse<String> answer(Operation operation, String body, String key) {
        String base = RestAssured.baseURI + ":" + RestAssured.port;
        Calls call = new Calls(operation, base, examples.pathOf(operation), token, body, examples.headersOf(operation));
        return calls.send(call.withHeader("Idempotency-Key", key));
    }
}
