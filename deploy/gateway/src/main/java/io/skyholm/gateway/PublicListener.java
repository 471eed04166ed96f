package io.skyholm.gateway;

import io.skyholm.gateway.gate.HeaderSize;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Listens on the public ports, and bounds what a client can send before a request is one. */
final class PublicListener extends AbstractVerticle {

    /** More than may pass, so that a line that is not much too long is refused like any other request. */
    private static final int LINE_BYTES = 8 * 1024;

    /** What a connection takes at most before its request is one; over HTTP/2 the line is among the headers. */
    static final int UNFINISHED_BYTES = LINE_BYTES + HeaderSize.MOST_BYTES;

    private static final int STREAMS_PER_CONNECTION = 100;
    private static final int HANDSHAKE_SECONDS = 5;

    private final Settings settings;
    private final Connections connections;
    private final RequestFlow flow;

    PublicListener(Settings settings, Connections connections, RequestFlow flow) {
        this.settings = settings;
        this.connections = connections;
        this.flow = flow;
    }

    @Override
    public void start(Promise<Void> started) {
        Future<HttpServer> plain = settings.plainPort()
                .map(port -> listen(bounded().setPort(port)))
                .orElse(Future.succeededFuture());
        plain.compose(open -> listen(encrypted(bounded().setPort(settings.port()))))
                .<Void>mapEmpty()
                .onComplete(started);
    }

    private Future<HttpServer> listen(HttpServerOptions options) {
        return vertx.createHttpServer(options)
                .connectionHandler(connections::opened)
                .requestHandler(flow::handle)
                .invalidRequestHandler(flow::refuse)
                .listen();
    }

    private HttpServerOptions bounded() {
        return new HttpServerOptions()
                .setHost(settings.host())
                .setUseProxyProtocol(settings.proxies().proxyProtocol())
                .setProxyProtocolTimeout(HANDSHAKE_SECONDS)
                .setMaxInitialLineLength(LINE_BYTES)
                .setMaxHeaderSize(HeaderSize.MOST_BYTES)
                .setIdleTimeout((int) settings.limits().idle().toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setHttp2ClearTextEnabled(false)
                .setInitialSettings(new Http2Settings()
                        .setMaxConcurrentStreams(STREAMS_PER_CONNECTION)
                        .setMaxHeaderListSize(UNFINISHED_BYTES));
    }

    private HttpServerOptions encrypted(HttpServerOptions options) {
        return options.setSsl(true)
                .setUseAlpn(true)
                .setSslHandshakeTimeout(HANDSHAKE_SECONDS)
                .setEnabledSecureTransportProtocols(Set.of("TLSv1.3", "TLSv1.2"))
                .setKeyCertOptions(new PemKeyCertOptions()
                        .setCertPath(settings.certificate())
                        .setKeyPath(settings.key()));
    }
}
