package io.skyholm.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.skyholm.gateway.call.RouteClass;
import io.skyholm.gateway.call.RouteClasses;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the gateway refuses for all operations alike, once for each class of route; tests of the services need not. */
class EachClassRefusesAlikeTest {

    private static final Map<String, String> SAMPLES = Map.of(
            "login", "POST /v1/oauth2/token",
            "stream", "GET /v1/instances/stream",
            "line", "GET /v1/host-consoles/7/line",
            "upload", "PATCH /v1/images/7/versions/8/uploads/9",
            "download", "GET /v1/images/7/versions/8/content",
            "verify", "GET /v1/audit-chains/7/verification",
            "state", "PUT /v1/terraform-states/7",
            "device", "POST /v1/host-joins",
            "json", "POST /v1/tenants");

    static Stream<Arguments> classes() {
        return RouteClasses.usual().all().stream().map(row -> arguments(row.name(), sample(row), row.bodyBytes()));
    }

    @Test
    void eachClassHasASample() {
        Set<String> names =
                RouteClasses.usual().all().stream().map(RouteClass::name).collect(Collectors.toSet());

        assertThat(SAMPLES).containsOnlyKeys(names);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("classes")
    void aBodyThatIsTooLarge(String name, String sample, long most) {
        try (TestBed bed = bed(RouteClasses.usual());
                RawClient client = bed.raw()) {
            client.send("%s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n".formatted(sample, most + 1));

            assertThat(client.readToEnd())
                    .startsWith("HTTP/1.1 413 ")
                    .contains("application/problem+json", "\"TOO_LARGE\"", "larger than " + most + " bytes");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("classes")
    void callsThatComeTooFast(String name, String sample) {
        try (TestBed bed = bed(oneEachSecond())) {
            HttpResponse<String> refused = Stream.generate(() -> call(bed, sample))
                    .limit(20)
                    .filter(answer -> answer.statusCode() == 429)
                    .findFirst()
                    .orElseThrow();

            isProblem(refused, "TOO_MANY_REQUESTS");
            assertThat(refused.headers().firstValue("RateLimit-Limit")).contains("1");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("classes")
    void aServiceThatIsAway(String name, String sample) {
        try (TestBed bed = bed(RouteClasses.usual())) {
            HttpResponse<String> refused = call(bed, sample);

            assertThat(refused.statusCode()).isEqualTo(503);
            isProblem(refused, "UNAVAILABLE");
        }
    }

    private static String sample(RouteClass row) {
        return Objects.requireNonNull(SAMPLES.get(row.name()), "a class without a sample");
    }

    private static void isProblem(HttpResponse<String> answer, String code) {
        JsonObject problem = Client.json(answer);

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After").map(Integer::valueOf))
                .hasValueSatisfying(seconds -> assertThat(seconds).isPositive());
        assertThat(problem.getString("code")).isEqualTo(code);
        assertThat(problem.getInteger("status")).isEqualTo(answer.statusCode());
        assertThat(problem.getString("requestId"))
                .isEqualTo(answer.headers().firstValue("X-Request-Id").orElseThrow());
    }

    private static HttpResponse<String> call(TestBed bed, String sample) {
        String[] words = sample.split(" ", -1);
        return bed.client().send(bed.client().request(words[1]).method(words[0], BodyPublishers.noBody()));
    }

    private static TestBed bed(RouteClasses classes) {
        return new TestBed()
                .absent("identity")
                .absent("compute")
                .absent("audit")
                .absent("storage")
                .absent("multicloud")
                .classes(classes)
                .open();
    }

    /** The usual classes, of which each lets one call in each second. */
    private static RouteClasses oneEachSecond() {
        return RouteClasses.parse(RouteClasses.usual().all().stream()
                        .map(row -> "%s %d held 1 30 8 100 100 100 1 1 1 %s"
                                .formatted(
                                        row.name(), row.bodyBytes(), sample(row).replace(' ', ':')))
                        .collect(Collectors.joining("\n"))
                + "\nrest 1 held 1 30 8 100 100 100 1 1 1 *:/*");
    }
}
