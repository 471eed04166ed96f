package io.skyholm.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class PagesTest {

    private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"(/docs/[^\"]+)\"");

    private TestBed bed;

    @BeforeEach
    void open() {
        bed = new TestBed()
                .behind("identity", PagesTest::describe)
                .absent("audit")
                .open();
    }

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void openApiHoldsThePublicPathsOfEachServiceThatIsThere() {
        JsonObject whole = Client.json(bed.client().get("/openapi.json"));

        assertThat(whole.getString("openapi")).isEqualTo("3.1.0");
        assertThat(whole.getJsonObject("paths").fieldNames()).containsExactly("/v1/tenants");
        assertThat(whole.getJsonArray("servers")).hasSize(1);
    }

    @Test
    void openApiIsTheSameInYaml() {
        HttpResponse<String> yaml = bed.client().get("/openapi.yaml");

        assertThat(yaml.headers().firstValue("Content-Type")).contains("application/yaml");
        Map<String, Object> read = new Yaml().load(yaml.body());
        assertThat(new JsonObject(read)).isEqualTo(Client.json(bed.client().get("/openapi.json")));
    }

    @Test
    void documentationIsCompleteWithoutAnotherServer() {
        HttpResponse<String> page = bed.client().get("/docs");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .hasSize(1)
                .first()
                .asString()
                .contains("script-src 'self'");
        assertThat(page.body()).doesNotContain("http");
        Matcher assets = ASSET.matcher(page.body());
        assertThat(assets.results().map(asset -> asset.group(1)).toList())
                .hasSizeGreaterThan(2)
                .allSatisfy(asset ->
                        assertThat(bed.client().get(asset).statusCode()).isEqualTo(200));
        assertThat(bed.client().get("/docs/../Main.class").statusCode()).isNotEqualTo(200);
    }

    @Test
    void everyGuideIsShownAndLinked() throws IOException {
        String page = bed.client().get("/docs").body();
        assertThat(bed.client().get("/docs/guides").body()).startsWith("# Guides");
        try (Stream<Path> guides = Files.list(Path.of("../../docs/guides"))) {
            assertThat(guides.map(guide -> guide.getFileName().toString().replace(".md", ""))
                            .filter(guide -> !guide.equals("README")))
                    .hasSizeGreaterThan(8)
                    .allSatisfy(guide -> assertThat(
                                    bed.client().get("/docs/guides/" + guide).body())
                            .startsWith("# "))
                    .allSatisfy(guide -> assertThat(page).contains("\"/docs/guides/" + guide + "\""));
        }
    }

    @Test
    void healthTellsWhoIsReady() {
        JsonObject health = Client.json(bed.client().get("/health"));

        assertThat(health)
                .isEqualTo(new JsonObject()
                        .put("status", "UP")
                        .put("ready", false)
                        .put("upstreams", new JsonObject().put("identity", "UP").put("audit", "DOWN")));
    }

    /** Each request is to one service that is there, and to one that is not. */
    @Test
    void servicesAreAskedWhetherTheyAreReadyOnceASecondHoweverManyWantToKnow() {
        long began = System.nanoTime();
        List<CompletableFuture<HttpResponse<String>>> answers = Stream.generate(
                        () -> bed.client().begin(bed.client().request("/health")))
                .limit(100)
                .toList();
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().body()).contains("\"identity\":\"UP\""));
        long seconds = 1 + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
        int asked = bed.seen();

        assertThat(asked).isBetween(1, (int) seconds);
        TestBed.until(() -> {
            bed.client().get("/health");
            return bed.seen() > asked;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/health", "/openapi.json", "/nowhere", "/v1/audit-entries", "/v1/tenants"})
    void headIsTheSameWithoutTheBody(String path) {
        HttpResponse<String> head =
                bed.client().send(bed.client().request(path).method("HEAD", BodyPublishers.noBody()));

        assertThat(head.body()).isEmpty();
        assertThat(head.statusCode()).isEqualTo(bed.client().get(path).statusCode());
    }

    @Test
    void clientThatWentAwayIsLoggedAsSuch() {
        try (RawClient client = bed.raw()) {
            client.send("""
                    POST /v1/tenants HTTP/1.1\r
                    Host: localhost\r
                    Expect: 100-continue\r
                    Content-Length: 10\r
                    \r
                    """);
            client.readUntil("100 Continue");
            client.send("abc");
        }
        TestBed.until(() -> bed.log().contains("\"status\":499"));
        assertThat(bed.seen()).isZero();
    }

    @Test
    void pagesCanOnlyBeRead() {
        HttpResponse<String> answer =
                bed.client().send(bed.client().request("/health").POST(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
    }

    @Test
    void accessIsLoggedWithoutQueryAndToken() {
        bed.client().get("/v1/tenants?password=secret-query", "Authorization", "Bearer secret-token");

        TestBed.until(() -> !bed.log().isEmpty());
        JsonObject line = new JsonObject(bed.log().strip());
        assertThat(line.getMap())
                .containsEntry("method", "GET")
                .containsEntry("path", "/v1/tenants")
                .containsEntry("status", 200)
                .containsEntry("client", "127.0.0.1")
                .containsKeys("time", "ms", "requestId");
        assertThat(bed.log()).doesNotContain("secret");
    }

    private static void describe(HttpServerRequest request) {
        JsonObject operation = new JsonObject().put("get", new JsonObject().put("tags", new JsonArray().add("Tenant")));
        JsonObject paths = new JsonObject()
                .put("/v1/tenants", operation)
                .put("/v1/audit-entries", operation)
                .put("/internal", operation);
        request.end().onSuccess(read -> request.response()
                .end(new JsonObject().put("paths", paths).encode()));
    }
}
