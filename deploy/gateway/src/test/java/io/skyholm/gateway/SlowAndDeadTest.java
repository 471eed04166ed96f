package io.skyholm.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.gateway.call.RouteClasses;
import io.skyholm.gateway.call.TestTokens;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SlowAndDeadTest {

    private static final Limits HASTY = TestLimits.hasty(3, 2);
    private static final RouteClasses QUICK = TestLimits.json("1000000 held 1 0.5 8 100 100 100 0 0 0");

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
    void readingCallIsAskedOnceMoreWhenItsConnectionIsClosedBeforeTheAnswer() {
        try (TestBed bed = new TestBed()
                .behindLost("identity", SlowAndDeadTest::answerAfterBody)
                .open()) {
            assertThat(bed.client().get("/v1/tenants").body()).isEqualTo("done");
            assertThat(bed.seen()).isEqualTo(2);
        }
    }

    @Test
    void partOfAListOfSeveralServicesIsAskedOnceMoreToo() {
        Handler<HttpServerRequest> none = request -> request.response().end("{\"items\":[]}");
        try (TestBed bed = new TestBed()
                .behindLost("compute", none)
                .behind("multicloud", none)
                .open()) {
            assertThat(bed.client().get("/v1/operations").statusCode()).isEqualTo(200);
            assertThat(bed.seen()).isEqualTo(3);
        }
    }

    @Test
    void writingCallIsNotSinceItMayBeDoneAlready() {
        try (TestBed bed = new TestBed()
                .behindLost("identity", SlowAndDeadTest::answerAfterBody)
                .open()) {
            assertThat(bed.client()
                            .send(bed.client().request("/v1/tenants").POST(BodyPublishers.ofString("{}")))
                            .statusCode())
                    .isEqualTo(503);
            assertThat(bed.seen()).isOne();
        }
    }

    @Test
    void slowServiceIsA504AndIsToldToStop() throws Exception {
        CompletableFuture<Void> stopped = new CompletableFuture<>();
        try (TestBed bed = new TestBed()
                .behind("identity", request -> request.response().exceptionHandler(gone -> stopped.complete(null)))
                .classes(QUICK)
                .open()) {
            HttpResponse<String> answer = bed.client().get("/v1/tenants");

            assertThat(answer.statusCode()).isEqualTo(504);
            assertThat(Client.json(answer).getString("code")).isEqualTo("ANSWER_TOO_SLOW");
            assertThat(stopped).succeedsWithin(Duration.ofSeconds(30));
        }
    }

    @Test
    void uploadThatGetsNoConnectionToItsServiceIsNotLeftWaiting() throws Exception {
        CompletableFuture<HttpServerRequest> first = new CompletableFuture<>();
        RouteClasses oneUpload = TestLimits.json("1000000 flows 1 2 1 100 100 100 0 0 0");
        String upload = "POST /v1/tenants HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500000\r\n\r\n";
        try (TestBed bed = new TestBed()
                        .behind("identity", first::complete)
                        .classes(oneUpload)
                        .open();
                RawClient holder = bed.raw();
                RawClient waiting = bed.raw()) {
            long sending = bed.vertx().setPeriodic(200, tick -> holder.sendIfOpen("abc"));
            holder.send(upload);
            assertThat(first).succeedsWithin(Duration.ofSeconds(30));
            waiting.send(upload);

            assertThat(waiting.readToEnd()).startsWith("HTTP/1.1 504 ").contains("ANSWER_TOO_SLOW");
            bed.vertx().cancelTimer(sending);
        }
    }

    @Test
    void bodyThatDoesNotArriveIsA408() {
        try (TestBed bed = new TestBed()
                        .behind("identity", SlowAndDeadTest::answerAfterBody)
                        .classes(QUICK)
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
    void connectionsOfOneAddressAreCountedAndTheOldestMakesRoom() {
        try (TestBed bed = new TestBed()
                        .behind("identity", SlowAndDeadTest::answerAfterBody)
                        .limits(HASTY)
                        .open();
                RawClient first = bed.raw()) {
            assertThat(ask(first)).startsWith("HTTP/1.1 200");
            try (RawClient second = bed.raw();
                    RawClient third = bed.raw()) {
                assertThat(ask(second)).startsWith("HTTP/1.1 200");
                assertThat(first.readToEnd()).isEmpty();
                assertThat(ask(third)).startsWith("HTTP/1.1 200");
                assertThat(ask(second)).startsWith("HTTP/1.1 200");
            }
        }
    }

    @Test
    void connectionsOnWhichAValidTokenCameDoNotCountForTheirAddress() {
        try (TestBed bed = new TestBed()
                        .behind("identity", SlowAndDeadTest::answerAfterBody)
                        .keycloak(request -> request.response().end())
                        .limits(TestLimits.hasty(100, 2))
                        .open();
                RawClient known = bed.raw()) {
            bed.awaitKeys();
            assertThat(ask(known, "Authorization: " + TestTokens.bearer("ada", "acme") + "\r\n"))
                    .startsWith("HTTP/1.1 200");
            for (int stranger = 0; stranger < 10; stranger++) {
                bed.raw();
            }
            assertThat(ask(known)).startsWith("HTTP/1.1 200");
        }
    }

    private static String ask(RawClient client) {
        return ask(client, "");
    }

    private static String ask(RawClient client, String header) {
        return client.send("GET /v1/tenants HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n")
                .readUntil("done");
    }

    private static void answerAfterBody(HttpServerRequest request) {
        request.end().onSuccess(read -> request.response().end("done"));
    }
}
