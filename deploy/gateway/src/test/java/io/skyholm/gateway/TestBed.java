package io.skyholm.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.gateway.call.RouteClasses;
import io.skyholm.gateway.call.TestTokens;
import io.skyholm.gateway.testing.TestCertificate;
import io.skyholm.gateway.upstream.Upstream;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** A gateway on free ports with real servers behind it, for one test. */
final class TestBed implements AutoCloseable {

    static final String ALLOWED_ORIGIN = "http://console.example:5173";
    private static final int TIMEOUT_SECONDS = 20;
    static final TestCertificate CERTIFICATE = TestCertificate.create();

    private final Vertx vertx = Vertx.vertx();
    private final List<Upstream> services = new ArrayList<>();
    private final AtomicInteger seen = new AtomicInteger();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private Optional<Upstream> keycloak = Optional.empty();
    private Limits limits = Limits.USUAL;
    private RouteClasses classes = RouteClasses.usual();
    private TrustedProxies proxies = TrustedProxies.NONE;
    private Future<Gateway> started = Future.failedFuture("it is not open");
    private int port;
    private int plainPort;

    /** A running service that answers like this. */
    TestBed behind(String service, Handler<HttpServerRequest> answer) {
        services.add(serve(service, answer));
        return this;
    }

    /** A running service that closes the first connection on which it is asked before it answers. */
    TestBed behindLost(String service, Handler<HttpServerRequest> answer) {
        AtomicBoolean lost = new AtomicBoolean();
        return behind(service, request -> {
            if (lost.compareAndSet(false, true)) {
                request.connection().close();
            } else {
                answer.handle(request);
            }
        });
    }

    /** A service of which nothing is there but its address. */
    TestBed absent(String service) {
        services.add(Upstream.at(service, "http://127.0.0.1:" + freePort()));
        return this;
    }

    /** How many requests have reached a server. */
    int seen() {
        return seen.get();
    }

    TestBed keycloak(Handler<HttpServerRequest> answer) {
        keycloak = Optional.of(serve("keycloak", request -> {
            if (request.path().endsWith("/certs")) {
                TestTokens.publish(request);
            } else {
                answer.handle(request);
            }
        }));
        return this;
    }

    TestBed limits(Limits wanted) {
        limits = wanted;
        return this;
    }

    TestBed classes(RouteClasses wanted) {
        classes = wanted;
        return this;
    }

    TestBed proxies(TrustedProxies wanted) {
        proxies = wanted;
        return this;
    }

    TestBed open() {
        port = freePort();
        plainPort = freePort();
        Settings settings = new Settings(
                "127.0.0.1",
                port,
                Optional.of(plainPort),
                CERTIFICATE.certificate().toString(),
                CERTIFICATE.key().toString(),
                "https://localhost:" + port,
                services,
                keycloak,
                TestTokens.serviceKeys(),
                Set.of(ALLOWED_ORIGIN),
                proxies,
                limits,
                classes);
        started = Gateway.start(vertx, settings, new PrintStream(log, true, StandardCharsets.UTF_8));
        await(started);
        return this;
    }

    /** Until the gateway knows the realm's keys, every caller is a stranger to it. */
    void awaitKeys() {
        String strangers = limitOf("Bearer none");
        until(() -> !limitOf(TestTokens.bearer("first", "first")).equals(strangers));
    }

    private String limitOf(String authorization) {
        return client().get("/v1/none", "Authorization", authorization)
                .headers()
                .firstValue("RateLimit-Limit")
                .orElse("none");
    }

    /** As when the process is told to stop. */
    Future<Void> drain() {
        return started.result().drain();
    }

    /** The whole of that; it must not be used any more. */
    boolean stop() {
        return Main.stop(started, vertx, TIMEOUT_SECONDS);
    }

    Client client() {
        return new Client(port);
    }

    RawClient raw() {
        return new RawClient(plainPort);
    }

    String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    Vertx vertx() {
        return vertx;
    }

    int port() {
        return port;
    }

    int plainPort() {
        return plainPort;
    }

    @Override
    public void close() {
        await(vertx.close());
    }

    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new AssertionError("not done in " + TIMEOUT_SECONDS + " s", failure);
        }
    }

    /** Polls, within a bound. */
    static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("not so in %d s", TIMEOUT_SECONDS).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private Upstream serve(String name, Handler<HttpServerRequest> answer) {
        HttpServer server = await(vertx.createHttpServer()
                .requestHandler(request -> {
                    if (!request.path().endsWith("/certs")) {
                        seen.incrementAndGet();
                    }
                    answer.handle(request);
                })
                .listen(0, "127.0.0.1"));
        return Upstream.at(name, "http://127.0.0.1:" + server.actualPort());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
