package io.skyholm.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.gateway.call.RouteClasses;
import io.vertx.core.Vertx;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EarlyAnswerTest {

    private static final int LARGE = 200_000;
    private static final long CLOSES_AFTER = 200;
    private static final RouteClasses BOTH_KINDS = TestLimits.table(
            "upload 10000000 flows 1 30 8 100 100 100 0 0 0 POST:/v1/themes",
            "json 1000000 held 1 30 8 100 100 100 0 0 0 *:/*");

    @ParameterizedTest
    @ValueSource(strings = {"/v1/tenants", "/v1/themes"})
    void serviceThatAnswersALargeBodyEarlyAndClosesIsNotBlamed(String path) {
        try (TestBed bed = closing().open()) {
            HttpResponse<String> answer =
                    bed.client().send(bed.client().request(path).POST(BodyPublishers.ofByteArray(new byte[LARGE])));

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).isEqualTo("not you");
        }
    }

    @Test
    void earlyAnswerReachesAClientThatStillSendsAndEndsItsSending() {
        try (TestBed bed = closing().open();
                RawClient client = bed.raw()) {
            client.send("POST /v1/themes HTTP/1.1\r\nHost: localhost\r\nContent-Length: 200000\r\n\r\nabc");

            assertThat(client.readToEnd()).startsWith("HTTP/1.1 403 ").endsWith("not you");
        }
    }

    @Test
    void largeBodyToATooLongAddressIsTheAddressesFault() {
        try (TestBed bed = closing().open()) {
            HttpResponse<String> answer = bed.client()
                    .send(bed.client()
                            .request("/v1/tenants?x=" + "x".repeat(4096))
                            .POST(BodyPublishers.ofByteArray(new byte[LARGE])));

            assertThat(answer.statusCode()).isEqualTo(414);
            assertThat(Client.json(answer).getString("code")).isEqualTo("URI_TOO_LONG");
        }
    }

    /** Answers before it has read the body, and closes soon after. */
    private static TestBed closing() {
        return new TestBed()
                .behind("identity", request -> {
                    request.response().setStatusCode(403).end("not you");
                    Vertx vertx = Vertx.currentContext().owner();
                    vertx.setTimer(CLOSES_AFTER, over -> request.connection().close());
                })
                .classes(BOTH_KINDS);
    }
}
