package io.skyholm.gateway;

import io.skyholm.gateway.gate.BodySize;
import io.skyholm.gateway.gate.CrossOrigin;
import io.skyholm.gateway.gate.ForwardedHeaders;
import io.skyholm.gateway.gate.Gate;
import io.skyholm.gateway.gate.RateLimit;
import io.skyholm.gateway.gate.RequestId;
import io.skyholm.gateway.gate.SecurityHeaders;
import io.skyholm.gateway.gate.WellFormedRequest;
import io.skyholm.gateway.openapi.OpenApiDocument;
import io.skyholm.gateway.openapi.ServiceDescriptions;
import io.skyholm.gateway.page.DocumentationPage;
import io.skyholm.gateway.page.HealthPage;
import io.skyholm.gateway.page.OpenApiPage;
import io.skyholm.gateway.page.Pages;
import io.skyholm.gateway.upstream.Routes;
import io.skyholm.gateway.upstream.UpstreamProxy;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;

/** Puts the gateway's parts together and opens its doors, one per event loop. */
public final class Gateway {

    private static final int CONNECTIONS_PER_SERVICE = 256;
    private static final int WAITING_PER_SERVICE = 1024;
    private static final int CONNECT_MILLISECONDS = 3000;

    private Gateway() {}

    /** Is done when every door is open. */
    static Future<Void> start(Vertx vertx, Settings settings, PrintStream out) {
        AccessLog log = new AccessLog(out, Clock.systemUTC());
        Connections connections = new Connections(vertx, settings.limits());
        RequestFlow flow = flow(vertx, settings);
        return vertx.deployVerticle(
                        () -> new PublicListener(settings, connections, flow, log),
                        new DeploymentOptions().setInstances(eventLoops()))
                .mapEmpty();
    }

    private static RequestFlow flow(Vertx vertx, Settings settings) {
        HttpClient client = client(vertx);
        Routes routes = Routes.of(settings.services(), settings.keycloak());
        return new RequestFlow(gates(settings), pages(client, settings, routes), routes, proxy(client, settings));
    }

    static int eventLoops() {
        return Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);
    }

    /** The order matters: a refusal is answered with an id and the headers a browser needs to show it. */
    private static List<Gate> gates(Settings settings) {
        return List.of(
                new RequestId(),
                new SecurityHeaders(),
                new CrossOrigin(settings.allowedOrigins()),
                new WellFormedRequest(),
                new RateLimit(settings.limits().ratePerSecond(), System::nanoTime),
                new BodySize(settings.limits().bodyBytes()),
                new ForwardedHeaders());
    }

    private static Pages pages(HttpClient client, Settings settings, Routes routes) {
        ServiceDescriptions descriptions = new ServiceDescriptions(client, settings.services(), routes);
        OpenApiDocument document = new OpenApiDocument(descriptions, settings.publicUrl());
        return new Pages(
                new DocumentationPage(),
                new OpenApiPage(document),
                new HealthPage(client, settings.services(), settings.keycloak()));
    }

    private static UpstreamProxy proxy(HttpClient client, Settings settings) {
        return new UpstreamProxy(
                client, settings.limits().bodyBytes(), settings.limits().answer());
    }

    private static HttpClient client(Vertx vertx) {
        return vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(CONNECT_MILLISECONDS),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_SERVICE).setMaxWaitQueueSize(WAITING_PER_SERVICE));
    }
}
