package io.skyholm.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpServerRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SlowAndDeadTest {

    private static final Limits HASTY = new Limits(1 << 20, 0, 3, 2, Duration.ofMillis(500), Duration.ofMillis(1500));

    @Test
    void deadServiceIsA503ThatSaysWhenToComeBack() {
        try (TestBed bed = new TestBed().absent("audit").open()) {
            HttpResponse<String> answer = bed.client().get("/v1/audit-entries");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("2");
            assertThat(Client.json(answer).getString("code")).isEqualTo("UNAVAILABLE");
        }
    }

    @Test
    void serviceThatDiesBeforeItAnswersIsA503() {
        try (TestBed bed = new TestBed()
                .behind("identity", request -> request.connection().close())
                .open()) {
            assertThat(bed.client().get("/v1/tenants").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void slowServiceIsA504AndIsToldToStop() throws Exception {
        CompletableFuture<Void> stopped = new CompletableFuture<>();
        try (TestBed bed = new TestBed()
                .behind("identity", request -> request.response().exceptionHandler(gone -> stopped.complete(null)))
                .limits(HASTY)
                .open()) {
            HttpResponse<String> answer = bed.client().get("/v1/tenants");

            assertThat(answer.statusCode()).isEqualTo(504);
            assertThat(Client.json(answer).getString("code")).isEqualTo("ANSWER_TOO_SLOW");
            assertThat(stopped).succeedsWithin(Duration.ofSeconds(30));
        }
    }

    @Test
    void bodyThatDoesNotArriveIsA408() {
        try (TestBed bed = new TestBed()
                        .behind("identity", SlowAndDeadTest::answerAfterBody)
                        .limits(HASTY)
                        .open();
                RawClient client = bed.raw()) {
            client.send("POST /v1/tenants HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nabc");

            assertThat(client.readToEnd()).startsWith("HTTP/1.1 408 ").contains("REQUEST_TOO_SLOW");
        }
    }

    @Test
    void connectionThatNeverBecomesARequestIsClosedHoweverItTrickles() {
        try (TestBed bed = new TestBed()
                        .behind("identity", SlowAndDeadTest::answerAfterBody)
                        .limits(HASTY)
                        .open();
                RawClient client = bed.raw()) {
            client.send("GET /v1/tenants HTTP/1.1\r\nHost: localhost\r\n");
            long trickle = bed.vertx().setPeriodic(200, tick -> client.sendIfOpen("X-A: b\r\n"));

            assertThat(client.readToEnd()).isEmpty();
            bed.vertx().cancelTimer(trickle);
        }
    }

    @Test
    void connectionsOfOneAddressAreCounted() {
        try (TestBed bed = new TestBed()
                        .behind("identity", SlowAndDeadTest::answerAfterBody)
                        .limits(HASTY)
                        .open();
                RawClient first = bed.raw();
                RawClient second = bed.raw()) {
            assertThat(ask(first)).startsWith("HTTP/1.1 200");
            assertThat(ask(second)).startsWith("HTTP/1.1 200");
            try (RawClient third = bed.raw()) {
                assertThat(third.readToEnd()).isEmpty();
            }
            assertThat(ask(first)).startsWith("HTTP/1.1 200");
        }
    }

    private static String ask(RawClient client) {
        return client.send("GET /v1/tenants HTTP/1.1\r\nHost: localhost\r\n\r\n")
                .readUntil("done");
    }

    private static void answerAfterBody(HttpServerRequest request) {
        request.end().onSuccess(read -> request.response().end("done"));
    }
}
