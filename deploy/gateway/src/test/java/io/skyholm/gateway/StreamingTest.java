package io.skyholm.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpServerResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StreamingTest {

    @Test
    void headOfAStreamAloneKeepsNobodyElseWaiting() {
        try (TestBed bed = new TestBed()
                .behind("identity", request -> {
                    if (request.path().endsWith("/stream")) {
                        request.response()
                                .setChunked(true)
                                .putHeader("Content-Type", "text/event-stream")
                                .write("data: first\n\n");
                    } else {
                        request.response().end("heard");
                    }
                })
                .open()) {
            HttpRequest.Builder head =
                    bed.client().request("/v1/tenants/stream").method("HEAD", BodyPublishers.noBody());
            assertThat(bed.client().send(head).statusCode()).isEqualTo(502);
            assertThat(bed.client().get("/v1/tenants").body()).isEqualTo("heard");
        }
    }

    @Test
    void eventsArriveWhileTheServiceStillSpeaks() throws IOException {
        CompletableFuture<HttpServerResponse> speaking = new CompletableFuture<>();
        try (TestBed bed = new TestBed()
                .behind("identity", request -> {
                    HttpServerResponse response = request.response().setChunked(true);
                    response.putHeader("Content-Type", "text/event-stream").write("data: first\n\n");
                    speaking.complete(response);
                })
                .open()) {
            InputStream body = bed.client()
                    .send(bed.client().request("/v1/tenants/stream"), BodyHandlers.ofInputStream())
                    .body();
            BufferedReader events = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));

            assertThat(events.readLine()).isEqualTo("data: first");
            assertThat(events.readLine()).isEmpty();
            speaking.join().write("data: second\n\n");
            assertThat(events.readLine()).isEqualTo("data: second");
            speaking.join().end();
            assertThat(events.readLine()).isEmpty();
            assertThat(events.readLine()).isNull();
        }
    }

    @Test
    void streamWhereTheClassOfTheRouteHasNoneIsEnded() {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        try (TestBed bed = new TestBed()
                .behind("identity", request -> {
                    request.connection().closeHandler(gone -> ended.complete(null));
                    request.response()
                            .setChunked(true)
                            .putHeader("Content-Type", "Text/Event-Stream; charset=utf-8")
                            .write("data: first\n\n");
                })
                .open()) {
            assertThat(bed.client().get("/v1/tenants").statusCode()).isEqualTo(502);
            assertThat(ended).succeedsWithin(Duration.ofSeconds(20));
        }
    }

    @Test
    void bodyThatFlowsReachesTheServiceWhileTheClientStillSends() {
        CompletableFuture<String> begun = new CompletableFuture<>();
        try (TestBed bed = new TestBed()
                        .behind("identity", request -> {
                            request.handler(part -> begun.complete(part.toString()));
                            request.endHandler(read -> request.response().end("all"));
                        })
                        .classes(TestLimits.json("100000 flows 1 30 8 100 100 100 0 0 0"))
                        .open();
                RawClient client = bed.raw()) {
            client.send("POST /v1/tenants HTTP/1.1\r\nHost: localhost\r\nContent-Length: 6\r\n\r\nabc");
            assertThat(begun).succeedsWithin(Duration.ofSeconds(30)).isEqualTo("abc");
            assertThat(client.send("def").readUntil("all")).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void clientThatHangsUpBeforeTheAnswerEndsTheRequestBehind() {
        CompletableFuture<Void> asked = new CompletableFuture<>();
        CompletableFuture<Void> ended = new CompletableFuture<>();
        try (TestBed bed = new TestBed()
                        .behind("identity", request -> {
                            request.response().exceptionHandler(gone -> ended.complete(null));
                            asked.complete(null);
                        })
                        .open();
                RawClient client = bed.raw()) {
            client.send("GET /v1/tenants HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(asked).succeedsWithin(Duration.ofSeconds(30));
            client.hangUp();
            assertThat(ended).succeedsWithin(Duration.ofSeconds(30));
        }
    }

    @Test
    void clientThatHangsUpInTheMiddleOfAStreamEndsItBehind() throws IOException {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        try (TestBed bed = new TestBed()
                .behind("identity", request -> {
                    request.response().exceptionHandler(gone -> ended.complete(null));
                    request.response().setChunked(true).write("data: first\n\n");
                })
                .open()) {
            InputStream body = bed.client()
                    .send(bed.client().request("/v1/tenants"), BodyHandlers.ofInputStream())
                    .body();
            assertThat(body.read()).isEqualTo('d');
            body.close();
            assertThat(ended).succeedsWithin(Duration.ofSeconds(30));
        }
    }

    @Test
    void manyClientsThatHangUpLeaveNothingBehind() {
        AtomicInteger waiting = new AtomicInteger();
        try (TestBed bed = new TestBed()
                .behind("identity", request -> {
                    waiting.incrementAndGet();
                    request.response().exceptionHandler(gone -> waiting.decrementAndGet());
                })
                .classes(TestLimits.json("100000 held 1 30 256 300 300 300 0 0 0"))
                .open()) {
            for (int client = 0; client < 200; client++) {
                bed.raw()
                        .send("GET /v1/tenants HTTP/1.1\r\nHost: localhost\r\n\r\n")
                        .hangUp();
            }
            TestBed.until(
                    () -> bed.log().lines().filter(line -> line.contains("499")).count() == 200);
            TestBed.until(() -> waiting.get() == 0);
        }
    }
}
