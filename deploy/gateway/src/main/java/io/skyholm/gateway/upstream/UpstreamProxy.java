package io.skyholm.gateway.upstream;

import io.skyholm.gateway.limit.HeldBytes;
import io.skyholm.gateway.limit.LoginLimit;
import io.skyholm.gateway.limit.OpenCall;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import java.util.List;
import java.util.Map;

/** Hands calls to the servers behind, and their answers back, as they flow. */
public final class UpstreamProxy {

    private static final ProxyOptions WITHOUT_WEB_SOCKETS = new ProxyOptions().setSupportWebSocket(false);

    private final Map<String, HttpClient> clients;
    private final HeldBytes memory;
    private final LoginLimit logins;

    /** Each class of route, by name, has a client of its own, so that streams and uploads use up no connections but their own. */
    public UpstreamProxy(Map<String, HttpClient> clients, HeldBytes memory, LoginLimit logins) {
        this.clients = Map.copyOf(clients);
        this.memory = memory;
        this.logins = logins;
    }

    public void forward(OpenCall open, Upstream upstream) {
        HttpServerRequest request = open.call().request();
        HttpClient client = client(open);
        if (WebSocketTunnel.isAskedFor(open.call())) {
            new WebSocketTunnel(open, upstream, client).open();
            return;
        }
        Bodies.announce(request);
        Exchange exchange = new Exchange(open, upstream, memory, logins);
        HttpProxy.reverseProxy(WITHOUT_WEB_SOCKETS, client)
                .origin(context -> ask(client, open, upstream).compose(exchange::keep))
                .addInterceptor(exchange)
                .handle(request);
    }

    /** Answers with one list of what those have of it. */
    public void merge(OpenCall open, List<Upstream> owners) {
        new MergedList(open.call().request(), answers(open)).answer(owners);
    }

    /** Answers with the limits that the owner knows, and what the others hold of what is limited. */
    public void quotas(OpenCall open, Upstream owner, List<Upstream> others) {
        new QuotasWithUsage(open.call().request().uri(), answers(open)).answer(owner, others);
    }

    private ServiceAnswers answers(OpenCall open) {
        return new ServiceAnswers(open.call(), client(open));
    }

    private HttpClient client(OpenCall open) {
        String name = open.call().routeClass().name();
        HttpClient client = clients.get(name);
        if (client == null) {
            throw new IllegalStateException("no client for the class " + name);
        }
        return client;
    }

    /** Waits for a connection no longer than for an answer: a body that flows is not there yet, and so has no other timer. */
    private static Future<HttpClientRequest> ask(HttpClient client, OpenCall open, Upstream upstream) {
        HttpServerRequest request = open.call().request();
        return client.request(upstream.request(request.method(), request.uri())
                .setConnectTimeout(open.call().routeClass().answer().toMillis()));
    }
}
