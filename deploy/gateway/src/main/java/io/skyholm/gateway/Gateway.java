package io.skyholm.gateway;

import io.skyholm.gateway.call.Callers;
import io.skyholm.gateway.call.Calls;
import io.skyholm.gateway.call.ClientAddresses;
import io.skyholm.gateway.call.RouteClass;
import io.skyholm.gateway.call.SignedTokens;
import io.skyholm.gateway.call.SigningKeys;
import io.skyholm.gateway.gate.BodySize;
import io.skyholm.gateway.gate.CrossOrigin;
import io.skyholm.gateway.gate.ForwardedHeaders;
import io.skyholm.gateway.gate.Gate;
import io.skyholm.gateway.gate.HeaderSize;
import io.skyholm.gateway.gate.RateLimit;
import io.skyholm.gateway.gate.RequestId;
import io.skyholm.gateway.gate.RequestLine;
import io.skyholm.gateway.gate.SecurityHeaders;
import io.skyholm.gateway.gate.WellFormedRequest;
import io.skyholm.gateway.limit.HeldBytes;
import io.skyholm.gateway.limit.LoginLimit;
import io.skyholm.gateway.limit.OpenCalls;
import io.skyholm.gateway.limit.ServiceConnections;
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
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The gateway's parts, put together, with its doors open, one per event loop. */
public final class Gateway {

    private static final int OWN_CONNECTIONS = 8;
    private static final int WAITING_PER_SERVICE = 1024;
    private static final int CONNECT_MILLISECONDS = 3000;

    private final Vertx vertx;
    private final Settings settings;
    private final Connections connections;
    private final OpenCalls open;

    private Gateway(Vertx vertx, Settings settings) {
        this.vertx = vertx;
        this.settings = settings;
        this.connections = new Connections(
                vertx, settings.limits(), addresses(), settings.proxies().proxyProtocol());
        this.open = new OpenCalls(vertx, settings.limits().calls());
    }

    /** Is done when every door is open. */
    static Future<Gateway> start(Vertx vertx, Settings settings, PrintStream out) {
        Gateway gateway = new Gateway(vertx, settings);
        RequestFlow flow = gateway.flow(out);
        return vertx.deployVerticle(
                        () -> new PublicListener(settings, gateway.connections, flow),
                        new DeploymentOptions().setInstances(eventLoops()))
                .map(deployed -> gateway);
    }

    /** Takes no more connections, and is done when the calls in progress are, or their time is up. */
    Future<Void> drain() {
        Future<Void> none = connections.drain();
        return open.whenIdle()
                .compose(onlyStreams -> {
                    open.giveUpAll();
                    connections.closeAll();
                    return none;
                })
                .timeout(settings.limits().drain().toMillis(), TimeUnit.MILLISECONDS)
                .otherwiseEmpty();
    }

    static int eventLoops() {
        return Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);
    }

    private RequestFlow flow(PrintStream out) {
        HttpClient own = client(OWN_CONNECTIONS);
        Routes routes = Routes.of(settings.services(), settings.keycloak());
        Limits limits = settings.limits();
        HeldBytes memory = new HeldBytes(limits.heldBytes(), limits.heldBytesPerCaller());
        return new RequestFlow(
                new Calls(settings.classes(), addresses(), callers(own)),
                connections,
                gates(),
                open,
                new ServiceConnections(),
                memory,
                pages(own, routes),
                routes,
                proxy(memory),
                new AccessLog(out, Clock.systemUTC()));
    }

    /** The order matters: a refusal is answered with an id and the headers a browser needs to show it. */
    private List<Gate> gates() {
        return List.of(
                new RequestId(),
                new SecurityHeaders(),
                new CrossOrigin(settings.allowedOrigins()),
                new WellFormedRequest(),
                new RequestLine(),
                new HeaderSize(),
                new RateLimit(System::nanoTime),
                new BodySize(),
                new ForwardedHeaders());
    }

    private ClientAddresses addresses() {
        return new ClientAddresses(
                settings.proxies().addresses(), settings.proxies().proxyProtocol());
    }

    private Callers callers(HttpClient client) {
        SigningKeys keys = new SigningKeys(new PublishedKeys(client, settings.keycloak()));
        vertx.runOnContext(here -> keys.fetch());
        return new Callers(new SignedTokens(keys, SigningKeys.fixed(settings.serviceTokenKeys())));
    }

    private Pages pages(HttpClient client, Routes routes) {
        ServiceDescriptions descriptions = new ServiceDescriptions(client, settings.services(), routes);
        OpenApiDocument document = new OpenApiDocument(descriptions, settings.publicUrl());
        return new Pages(
                new DocumentationPage(),
                new OpenApiPage(document),
                new HealthPage(client, settings.services(), settings.keycloak()));
    }

    private UpstreamProxy proxy(HeldBytes memory) {
        return new UpstreamProxy(
                settings.classes().all().stream()
                        .collect(Collectors.toMap(RouteClass::name, kind -> client(kind.serviceConnections()))),
                memory,
                new LoginLimit(System::nanoTime));
    }

    private HttpClient client(int connectionsPerService) {
        return vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(CONNECT_MILLISECONDS),
                new PoolOptions().setHttp1MaxSize(connectionsPerService).setMaxWaitQueueSize(WAITING_PER_SERVICE));
    }
}
