package io.skyholm.compute.consolesession;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.host.ConsoleHeaders;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** A replica that says again whatever a host says. */
final class OtherReplica implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    OtherReplica() {
        server = vertx.createHttpServer()
                .requestHandler(request -> request.toWebSocket().onSuccess(this::take))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    String address() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** The paths that were asked for, each with the host that did. */
    Queue<String> asked() {
        return asked;
    }

    private void take(ServerWebSocket socket) {
        asked.add(socket.path() + " " + socket.headers().get(ConsoleHeaders.HOST));
        socket.handler(socket::writeBinaryMessage);
    }

    @Override
    public void close() {
        assertThat(vertx.close().toCompletionStage()).succeedsWithin(Duration.ofSeconds(30));
    }
}
