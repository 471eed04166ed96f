package io.skyholm.agent.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.skyholm.agent.console.ConsoleClient;
import io.skyholm.agent.gateway.Gateway;
import io.skyholm.agent.join.AgentKeys;
import io.skyholm.events.EventJson;
import io.skyholm.local.BoundedWait;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The platform's end of what hosts answer of consoles. */
public final class Answered implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int TAKEN = 204;
    private static final int AWAY = 503;

    private final HttpServer platform;
    private final AtomicInteger refusals = new AtomicInteger();
    private final Map<String, Map<String, Object>> answers = new ConcurrentHashMap<>();

    public Answered() throws IOException {
        platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        platform.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        platform.createContext("/v1/host-consoles/", this::take);
        platform.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + platform.getAddress().getPort());
    }

    /** By which a host of these keys answers to it. */
    public ConsoleClient client(UUID host, AgentKeys keys) {
        return new ConsoleClient(Gateway.at(address(), Optional.empty()), host, keys::sign, Clock.systemUTC());
    }

    /** Is away the next so many times. */
    public void refuses(int times) {
        refusals.set(times);
    }

    /** The answer to a request, once there is one. */
    public Map<String, Object> to(UUID request) {
        boolean there = BoundedWait.waitUntil(() -> isThere(request), SOON);
        return there ? Objects.requireNonNull(answers.get(path(request))) : Map.of();
    }

    /** Whether there is an answer to it by now. */
    public boolean isThere(UUID request) {
        return answers.containsKey(path(request));
    }

    /** What an answer has of a console, as text. */
    public static String log(Map<String, Object> answer) {
        return new String(Base64.getDecoder().decode(String.valueOf(answer.get("log"))), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        platform.stop(0);
    }

    private static String path(UUID request) {
        return "/v1/host-consoles/" + request + "/log";
    }

    @SuppressWarnings("unchecked") // An object of JSON.
    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean away = refusals.getAndDecrement() > 0;
        if (!away) {
            answers.put(exchange.getRequestURI().getPath(), (Map<String, Object>) EventJson.read(body, Map.class));
        }
        exchange.sendResponseHeaders(away ? AWAY : TAKEN, -1);
        exchange.close();
    }
}
