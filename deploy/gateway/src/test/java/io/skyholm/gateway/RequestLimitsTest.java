package io.skyholm.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestLimitsTest {

    private static final int LIMIT = 100_000;

    private TestBed bed;

    @BeforeEach
    void open() {
        bed = new TestBed()
                .behind("identity", RequestLimitsTest::countBody)
                .classes(TestLimits.table(
                        "upload 100000 flows 1 30 8 100 100 100 0 0 0 POST:/v1/themes",
                        "json 100000 held 1 30 8 100 100 100 0 0 0 *:/*"))
                .open();
    }

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void bodyUpToTheLimitPassesWithAndWithoutItsLength() {
        assertThat(post(BodyPublishers.ofByteArray(new byte[LIMIT])).body()).isEqualTo("100000");
        assertThat(post(streamOf(LIMIT)).body()).isEqualTo("100000");
        assertThat(post(BodyPublishers.noBody()).body()).isEqualTo("0");
        assertThat(post(streamOf(0)).body()).isEqualTo("0");
    }

    @Test
    void bodyThatAnnouncesToBeTooLargeIsRefused() {
        try (RawClient client = bed.raw()) {
            client.send("POST /v1/tenants HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100001\r\n\r\n");

            assertThat(client.readToEnd()).startsWith("HTTP/1.1 413 ").contains("TOO_LARGE");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/tenants", "/v1/themes"})
    void bodyThatTurnsOutToBeTooLargeIsCutOffWithAProblem(String path) {
        try (RawClient client = bed.raw()) {
            client.send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
            String chunk = "4e20\r\n" + "x".repeat(20_000) + "\r\n";
            for (int sent = 0; sent <= LIMIT; sent += 20_000) {
                client.send(chunk);
            }

            assertThat(client.readToEnd()).startsWith("HTTP/1.1 413 ").contains("TOO_LARGE");
        }
    }

    @Test
    void bodyThatTurnsOutToBeTooLargeIsCutOffOverHttp2() {
        HttpResponse<String> answer = post(streamOf(LIMIT + 1));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(Client.json(answer).getString("code")).isEqualTo("TOO_LARGE");
    }

    @Test
    void readingRequestBringsNoBodyThatNoHeaderTellsOf() {
        HttpResponse<String> answer =
                bed.client().send(bed.client().request("/v1/tenants").method("GET", streamOf(10)));

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void clientThatAsksFirstIsToldToContinueOnlyWithinTheLimit() {
        String head = "POST /v1/tenants HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nConnection: close\r\n";
        try (RawClient small = bed.raw();
                RawClient large = bed.raw()) {
            small.send(head + "Content-Length: 3\r\n\r\n");
            assertThat(small.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 100 ");
            assertThat(small.send("abc").readToEnd())
                    .startsWith("HTTP/1.1 200 ")
                    .endsWith("\r\n\r\n3");

            large.send(head + "Content-Length: 100001\r\n\r\n");
            assertThat(large.readToEnd()).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void largestAddressThatServicesReadPasses() {
        String longest = "/v1/tenants?x=" + "x".repeat(4096 - "GET /v1/tenants?x= HTTP/1.1".length());

        assertThat(bed.client().get(longest).statusCode()).isEqualTo(200);
        HttpResponse<String> longer = bed.client().get(longest + "x");
        assertThat(longer.statusCode()).isEqualTo(414);
        assertThat(Client.json(longer).getString("code")).isEqualTo("URI_TOO_LONG");
    }

    @ParameterizedTest
    @ValueSource(ints = {4096, 9000, 20_000})
    void addressLongerThanTheLimitIsRefused(int length) {
        try (RawClient client = bed.raw()) {
            client.send("GET /v1/tenants?x=" + "x".repeat(length)
                    + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

            assertThat(client.readToEnd())
                    .containsPattern("^HTTP/1.. 414 ")
                    .contains("application/problem+json")
                    .contains("URI_TOO_LONG");
        }
    }

    @Test
    void headersLargerThanTheLimitAreRefused() {
        try (RawClient client = bed.raw()) {
            client.send("GET /v1/tenants HTTP/1.1\r\nHost: localhost\r\nX-Big: " + "x".repeat(17_000) + "\r\n\r\n");

            assertThat(client.readToEnd()).containsPattern("^HTTP/1.. 431 ").contains("HEADERS_TOO_LARGE");
        }
        HttpResponse<String> refused = bed.client().get("/v1/tenants", "X-Big", "x".repeat(17_000));

        assertThat(refused.statusCode()).isEqualTo(431);
        assertThat(refused.body()).contains("HEADERS_TOO_LARGE");
    }

    @Test
    void nonsenseIsRefusedAsAProblem() {
        try (RawClient client = bed.raw()) {
            client.send("HELLO\r\n\r\n");

            assertThat(client.readToEnd()).containsPattern("^HTTP/1.. 400 ").contains("MALFORMED");
        }
    }

    private HttpResponse<String> post(java.net.http.HttpRequest.BodyPublisher body) {
        return bed.client().send(bed.client().request("/v1/tenants").POST(body));
    }

    private static java.net.http.HttpRequest.BodyPublisher streamOf(int bytes) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes]));
    }

    private static void countBody(HttpServerRequest request) {
        request.body().map(Buffer::length).onSuccess(length -> request.response()
                .end(Integer.toString(length)));
    }
}
