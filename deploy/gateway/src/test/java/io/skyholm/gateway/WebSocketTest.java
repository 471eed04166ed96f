package io.skyholm.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.gateway.call.RouteClasses;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WebSocketTest {

    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final RouteClasses ONE_WEB_SOCKET = TestLimits.table(
            "stream 65536 held 1 30 100 100 100 100 0 0 0 WEBSOCKET:/v1/tenants/live",
            "json 65536 held 1 30 100 100 100 100 0 0 0 *:/*");
    private static final int PART = 60_000;
    private static final long FAR_TOO_MUCH = 256L << 20;
    static final String UPGRADE = """
            GET /v1/tenants/live HTTP/1.1\r
            Host: localhost\r
            Connection: Upgrade\r
            Upgrade: websocket\r
            Sec-WebSocket-Version: 13\r
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
            \r
            """;

    @Test
    void webSocketsPassThroughInBothDirections() {
        try (TestBed bed = behind(request -> request.toWebSocket()
                .onSuccess(socket -> socket.textMessageHandler(text -> socket.writeTextMessage("you said " + text))))) {
            Promise<String> heard = Promise.promise();
            WebSocket socket = TestBed.await(connect(bed));
            socket.textMessageHandler(heard::complete);
            socket.writeTextMessage("hello");

            assertThat(TestBed.await(heard.future())).isEqualTo("you said hello");
            TestBed.await(socket.close());
            TestBed.until(() -> bed.log().contains("\"status\":101"));
        }
    }

    @Test
    void serviceWritesNoFasterThanItsClientReads() {
        AtomicLong sent = new AtomicLong();
        CompletableFuture<ServerWebSocket> flooding = new CompletableFuture<>();
        try (TestBed bed = behind(request -> {
                    if (request.path().endsWith("/live")) {
                        request.toWebSocket().onSuccess(socket -> flood(socket, sent, flooding));
                    } else {
                        request.response().end();
                    }
                });
                RawClient client = bed.raw()) {
            client.send(UPGRADE).readUntil("\r\n\r\n");
            ServerWebSocket socket = flooding.join();
            TestBed.until(() -> sent.get() > PART);
            for (int call = 0; call < 300; call++) {
                assertThat(bed.client().get("/v1/tenants").statusCode()).isEqualTo(200);
            }

            assertThat(sent.get()).isLessThan(FAR_TOO_MUCH);
            assertThat(socket.writeQueueFull()).isTrue();
        }
    }

    @Test
    void clientThatHangsUpEndsTheServicesSocket() {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        try (TestBed bed = behind(request ->
                        request.toWebSocket().onSuccess(socket -> socket.closeHandler(gone -> ended.complete(null))));
                RawClient client = bed.raw()) {
            client.send(UPGRADE).readUntil("\r\n\r\n");
            client.hangUp();

            assertThat(ended).succeedsWithin(WAIT);
        }
    }

    @Test
    void webSocketToADeadServiceIsA503Problem() {
        try (TestBed bed =
                        new TestBed().absent("identity").classes(ONE_WEB_SOCKET).open();
                RawClient client = bed.raw()) {
            assertThat(client.send(UPGRADE).readUntil("}"))
                    .startsWith("HTTP/1.1 503 ")
                    .contains("UNAVAILABLE");
        }
    }

    private static void flood(ServerWebSocket socket, AtomicLong sent, CompletableFuture<ServerWebSocket> flooding) {
        Buffer part = Buffer.buffer(new byte[PART]);
        while (!socket.writeQueueFull() && sent.get() < FAR_TOO_MUCH) {
            socket.writeBinaryMessage(part);
            sent.addAndGet(PART);
        }
        socket.drainHandler(drained -> flood(socket, sent, flooding));
        flooding.complete(socket);
    }

    private static io.vertx.core.Future<WebSocket> connect(TestBed bed) {
        return bed.vertx()
                .createWebSocketClient()
                .connect(new WebSocketConnectOptions()
                        .setPort(bed.plainPort())
                        .setHost("localhost")
                        .setURI("/v1/tenants/live"));
    }

    static TestBed behind(Handler<HttpServerRequest> answer) {
        return new TestBed().behind("identity", answer).classes(ONE_WEB_SOCKET).open();
    }
}
