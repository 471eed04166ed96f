package io.skyholm.compute.consolesession;

import io.skyholm.compute.console.ConsoleProblems;
import io.skyholm.events.host.ConsoleHeaders;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketBase;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Passes a host's line on to the replica at which its console is open. That one proves anew whose it is, by what the host has signed. */
final class LineRelay {

    private static final Logger LOG = Logger.getLogger(LineRelay.class);
    private static final List<String> PROOF =
            List.of(ConsoleHeaders.HOST, ConsoleHeaders.SIGNED_AT, ConsoleHeaders.SIGNATURE);

    /** A line on which nothing is said goes through a gateway, which ends connections that are silent for a minute. */
    private static final long PING_MILLIS = 20_000;

    /** Each line is a connection of its own that lasts for hours; without a number the client has 50, and further lines wait. */
    private static final int MOST_LINES = 10_000;

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final Vertx vertx;
    private final WebSocketClient client;
    private final LineLimits limits;

    LineRelay(Vertx vertx, LineLimits limits) {
        this.vertx = vertx;
        this.client = vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(MOST_LINES));
        this.limits = limits;
    }

    /** Opens one to that replica; where it does not want it, the host is refused. */
    void open(RoutingContext routing, URI replica, Consumer<Throwable> refused) {
        client.connect(options(routing.request(), replica))
                .onSuccess(there -> join(routing, there))
                .onFailure(failure -> {
                    LOG.warnf("The replica at %s does not take a line: %s", replica, failure);
                    refused.accept(ConsoleProblems.notFound());
                });
    }

    private WebSocketConnectOptions options(HttpServerRequest request, URI replica) {
        WebSocketConnectOptions options =
                at(replica).setURI(request.uri()).setTimeout(limits.patience().toMillis());
        PROOF.forEach(header -> options.addHeader(header, request.getHeader(header)));
        return options;
    }

    /** An address may be of https, and name no port. */
    static WebSocketConnectOptions at(URI replica) {
        boolean secure = "https".equalsIgnoreCase(replica.getScheme());
        int usual = secure ? HTTPS : HTTP;
        WebSocketConnectOptions options = new WebSocketConnectOptions();
        options.setHost(replica.getHost()).setPort(replica.getPort() < 0 ? usual : replica.getPort());
        options.setSsl(secure);
        return options;
    }

    private void join(RoutingContext routing, WebSocket there) {
        there.pause();
        routing.request().toWebSocket().onSuccess(host -> join(host, there)).onFailure(gone -> there.close());
    }

    /** How fast bytes may go is the other replica's to say. */
    private void join(ServerWebSocket host, WebSocket there) {
        host.pause();
        long pings = vertx.setPeriodic(PING_MILLIS, tick -> host.writePing(Buffer.buffer()));
        ends(host, there, pings);
        ends(there, host, pings);
        new LinePump(vertx, host, there, Integer.MAX_VALUE, () -> {}).begin();
        new LinePump(vertx, there, host, Integer.MAX_VALUE, () -> {}).begin();
    }

    private void ends(WebSocketBase one, WebSocketBase other, long pings) {
        one.closeHandler(closed -> {
            vertx.cancelTimer(pings);
            Short code = one.closeStatusCode();
            if (code == null) {
                other.close();
            } else {
                other.close(code, one.closeReason());
            }
        });
        one.exceptionHandler(broken -> other.close());
    }
}
