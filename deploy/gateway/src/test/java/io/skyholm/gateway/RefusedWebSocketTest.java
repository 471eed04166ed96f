package io.skyholm.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedWebSocketTest {

    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final int PART = 60_000;
    private static final long FAR_TOO_MUCH = 256L << 20;

    @Test
    void serviceThatWantsNoWebSocketSaysWhy() {
        try (TestBed bed = WebSocketTest.behind(
                        request -> request.response().setStatusCode(403).end("not you"));
                RawClient client = bed.raw()) {
            assertThat(client.send(WebSocketTest.UPGRADE).readUntil("not you")).startsWith("HTTP/1.1 403 ");
        }
    }

    @Test
    void clientThatHangsUpBeforeTheAnswerEndsTheServicesConnection() {
        CompletableFuture<Void> asked = new CompletableFuture<>();
        CompletableFuture<Void> ended = new CompletableFuture<>();
        try (TestBed bed = WebSocketTest.behind(request -> {
                    request.connection().closeHandler(gone -> ended.complete(null));
                    asked.complete(null);
                });
                RawClient client = bed.raw()) {
            client.send(WebSocketTest.UPGRADE);
            assertThat(asked).succeedsWithin(WAIT);
            client.hangUp();

            assertThat(ended).succeedsWithin(WAIT);
        }
    }

    @Test
    void clientThatHangsUpDuringARefusalEndsTheServicesConnection() {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        try (TestBed bed = WebSocketTest.behind(request -> {
                    request.connection().closeHandler(gone -> ended.complete(null));
                    request.response().setStatusCode(403).setChunked(true).write("not you");
                });
                RawClient client = bed.raw()) {
            client.send(WebSocketTest.UPGRADE).readUntil("not you");
            client.hangUp();

            assertThat(ended).succeedsWithin(WAIT);
        }
    }

    @Test
    void refusalIsReadFromTheServiceNoFasterThanItsClientReads() {
        AtomicLong sent = new AtomicLong();
        CompletableFuture<Void> ended = new CompletableFuture<>();
        try (TestBed bed = WebSocketTest.behind(request -> {
                    request.connection().closeHandler(gone -> ended.complete(null));
                    request.response().setStatusCode(403).setChunked(true);
                    refuseAtLength(request, sent);
                });
                RawClient client = bed.raw()) {
            client.send(WebSocketTest.UPGRADE).readUntil("\r\n\r\n");
            TestBed.until(() -> sent.get() > PART);
            for (int call = 0; call < 300; call++) {
                assertThat(bed.client().get("/v1/none").statusCode()).isEqualTo(404);
            }
            assertThat(sent.get()).isLessThan(FAR_TOO_MUCH);
            client.hangUp();

            assertThat(ended).succeedsWithin(WAIT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /v1/tenants/live", "GET /v1/tenants", "GET /v1/tenants/live/more"})
    void upgradeIsAskedInVainWhereNoWebSocketIs(String line) {
        try (TestBed bed = WebSocketTest.behind(request ->
                        request.response().end(request.getHeader("Upgrade") + " " + request.getHeader("Connection")));
                RawClient client = bed.raw()) {
            client.send(WebSocketTest.UPGRADE.replace("GET /v1/tenants/live", line));

            assertThat(client.readUntil("null null"))
                    .startsWith("HTTP/1.1 200 ")
                    .endsWith("null null");
        }
    }

    private static void refuseAtLength(HttpServerRequest request, AtomicLong sent) {
        HttpServerResponse response = request.response();
        Buffer part = Buffer.buffer(new byte[PART]);
        while (!response.closed() && !response.writeQueueFull() && sent.get() < FAR_TOO_MUCH) {
            response.write(part);
            sent.addAndGet(PART);
        }
        if (!response.closed()) {
            response.drainHandler(drained -> refuseAtLength(request, sent));
        }
    }
}
