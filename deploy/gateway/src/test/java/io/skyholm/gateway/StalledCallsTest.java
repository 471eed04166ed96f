package io.skyholm.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.gateway.call.RouteClasses;
import io.skyholm.gateway.call.TestTokens;
import io.vertx.core.http.HttpServerRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class StalledCallsTest {

    private static final int OF_EACH_PROTOCOL = 250;
    private static final int CALLS = 300;

    @Test
    void fiveHundredStalledStrangersDoNotSlowDownWhoHasAValidToken() {
        try (TestBed bed =
                        identity().keycloak(request -> request.response().end()).open();
                StalledClients stalled = new StalledClients(bed)) {
            bed.awaitKeys();
            stalled.overHttp1(OF_EACH_PROTOCOL);
            stalled.overHttp2(OF_EACH_PROTOCOL);

            assertThat(percentile99(bed, "Authorization", TestTokens.bearer("ada", "acme")))
                    .isLessThan(Duration.ofMillis(250));
        }
    }

    @Test
    void norDoTheySlowDownAnotherStrangerBehindTheirAddress() {
        RouteClasses withoutRates = TestLimits.json("1048576 held 1024 30 256 128 192 224 0 0 0");
        try (TestBed bed = identity().classes(withoutRates).open();
                StalledClients stalled = new StalledClients(bed)) {
            stalled.overHttp1(OF_EACH_PROTOCOL);
            stalled.overHttp2(OF_EACH_PROTOCOL);

            assertThat(percentile99(bed)).isLessThan(Duration.ofMillis(250));
        }
    }

    @Test
    void serviceIsAskedOnlyWhenTheBodyIsComplete() {
        try (TestBed bed = identity().open();
                RawClient client = bed.raw()) {
            stall(client, 6, 3);
            assertThat(bed.client().get("/v1/tenants").statusCode()).isEqualTo(200);
            assertThat(bed.seen()).isOne();

            assertThat(client.send("def").readUntil("6 bytes")).startsWith("HTTP/1.1 200 ");
            assertThat(bed.seen()).isEqualTo(2);
        }
    }

    @Test
    void callerWithTooManyOpenLosesTheOneThatHasStalledLongest() {
        RouteClasses two = TestLimits.json("100000 held 1 30 8 2 2 2 0 0 0");
        try (TestBed bed = identity().classes(two).open();
                RawClient first = bed.raw();
                RawClient second = bed.raw()) {
            stall(first, 10_000, 7);
            stall(second, 10_000, 7);

            assertThat(bed.client().get("/v1/tenants").statusCode()).isEqualTo(200);
            assertThat(first.readToEnd()).startsWith("HTTP/1.1 408 ").contains("REQUEST_TOO_SLOW");
        }
    }

    @Test
    void callerWhoseCallsAllWaitForServicesIsRefusedAndNobodyElse() {
        CompletableFuture<HttpServerRequest> asked = new CompletableFuture<>();
        RouteClasses one = TestLimits.table(
                "other 1000 held 1 30 8 9 9 9 9000 9999 0 GET:/v1/none", "json 1000 held 1 30 8 1 1 1 0 0 0 *:/*");
        try (TestBed bed = new TestBed()
                        .behind("identity", request -> {
                            if (!asked.complete(request)) {
                                request.response().end("done");
                            }
                        })
                        .keycloak(request -> request.response().end())
                        .classes(one)
                        .open();
                RawClient waiting = bed.raw()) {
            bed.awaitKeys();
            waiting.send("GET /v1/tenants HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(asked).succeedsWithin(Duration.ofSeconds(20));

            HttpResponse<String> refused = bed.client().get("/v1/tenants");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(Client.json(refused).getString("code")).isEqualTo("TOO_MANY_OPEN");
            assertThat(bed.client()
                            .get("/v1/tenants", "Authorization", TestTokens.bearer("ada", "acme"))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void memoryForBodiesIsTakenFromTheStrangerWhoHasStalledLongest() {
        try (TestBed bed =
                        identity().limits(TestLimits.holding(100_000, 90_000)).open();
                RawClient first = bed.raw();
                RawClient second = bed.raw();
                RawClient third = bed.raw()) {
            for (RawClient client : List.of(first, second, third)) {
                stall(client, 70_000, 40_000);
                // Answered by both event loops, so what was sent before has been read.
                for (int call = 0; call < 20; call++) {
                    try (RawClient other = bed.raw()) {
                        other.send("GET /v1/tenants HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                .readUntil("bytes");
                    }
                }
            }

            assertThat(first.readToEnd()).startsWith("HTTP/1.1 408 ");
            assertThat(third.send("x".repeat(30_000)).readUntil("bytes")).contains("70000 bytes");
        }
    }

    @Test
    void streamsUseUpNoConnectionsButTheirOwn() {
        RouteClasses fewStreams = TestLimits.table(
                "stream 1000 held 1 30 1 9 9 9 0 0 0 GET:/v1/*/stream", "json 1000 held 1 30 1 9 9 9 0 0 0 *:/*");
        try (TestBed bed = new TestBed()
                        .behind("identity", request -> {
                            if (request.path().endsWith("/stream")) {
                                request.response().setChunked(true).write("data: first\n\n");
                            } else {
                                request.response().end("done");
                            }
                        })
                        .classes(fewStreams)
                        .open();
                RawClient stream = bed.raw()) {
            stream.send("GET /v1/tenants/stream HTTP/1.1\r\nHost: localhost\r\n\r\n");
            stream.readUntil("first");

            assertThat(bed.client().get("/v1/tenants").body()).isEqualTo("done");
        }
    }

    /** Sends part of a body once the gateway has read that it comes. */
    private static void stall(RawClient client, int length, int sent) {
        client.send("POST /v1/tenants HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: " + length
                        + "\r\n\r\n")
                .readUntil("100 Continue\r\n\r\n");
        client.send("x".repeat(sent));
    }

    private static TestBed identity() {
        return new TestBed().behind("identity", request -> request.body()
                .onSuccess(body -> request.response().end(body.length() + " bytes")));
    }

    private static Duration percentile99(TestBed bed, String... headers) {
        List<Duration> took = new ArrayList<>();
        for (int call = 0; call < CALLS; call++) {
            long began = System.nanoTime();
            assertThat(bed.client().get("/v1/tenants", headers).statusCode()).isEqualTo(200);
            took.add(Duration.ofNanos(System.nanoTime() - began));
        }
        Collections.sort(took);
        return took.get(CALLS * 99 / 100);
    }
}
