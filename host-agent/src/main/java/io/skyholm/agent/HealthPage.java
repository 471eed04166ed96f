package io.skyholm.agent;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.skyholm.events.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Tells on {@code /health} how many hosts are at work. It answers as soon as the agent runs: a host may join later. */
final class HealthPage implements AutoCloseable {

    private static final int OK = 200;

    private final HttpServer server;
    private final List<Host> hosts;

    HealthPage(int port, List<Host> hosts) {
        this.hosts = hosts;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot listen on port " + port, failure);
        }
        server.createContext("/health", this::answer);
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        long members = hosts.stream().filter(Host::isMember).count();
        byte[] body = EventJson.write(Map.of("hosts", hosts.size(), "members", members))
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(OK, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
