package io.skyholm.gateway.upstream;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.StreamResetException;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Hands requests to the servers behind, and their answers back, as they flow. */
public final class UpstreamProxy {

    private static final Set<HttpMethod> USUALLY_WITHOUT = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final HttpClient client;
    private final long bodyLimitBytes;
    private final Duration timeout;
    private final Map<Upstream, HttpProxy> proxies = new ConcurrentHashMap<>();

    public UpstreamProxy(HttpClient client, long bodyLimitBytes, Duration timeout) {
        this.client = client;
        this.bodyLimitBytes = bodyLimitBytes;
        this.timeout = timeout;
    }

    public void forward(HttpServerRequest request, Upstream upstream) {
        if (hasBodyOfUnknownLength(request)) {
            request.headers().set(HttpHeaders.TRANSFER_ENCODING, HttpHeaders.CHUNKED);
        }
        proxies.computeIfAbsent(upstream, this::proxyTo).handle(request);
    }

    private HttpProxy proxyTo(Upstream upstream) {
        return HttpProxy.reverseProxy(client)
                .origin(exchange -> open(exchange, upstream))
                .addInterceptor(new Exchange(upstream, bodyLimitBytes, timeout));
    }

    private Future<HttpClientRequest> open(ProxyContext exchange, Upstream upstream) {
        HttpServerRequest request = exchange.request().proxiedRequest();
        return client.request(upstream.request(request.method(), request.uri()))
                .compose(opened -> keep(opened, exchange));
    }

    private static Future<HttpClientRequest> keep(HttpClientRequest opened, ProxyContext exchange) {
        // Every failure reaches the answer too; unheard here it would be logged as if nobody knew.
        opened.exceptionHandler(known -> {});
        if (exchange.request().proxiedRequest().response().closed()) {
            // The client hung up while the connection was opened, so nothing would ever end this request.
            opened.reset();
            return Future.failedFuture(new StreamResetException(0));
        }
        exchange.set(Exchange.OPENED, opened);
        return Future.succeededFuture(opened);
    }

    /** HTTP/2 needs no header for it, but the proxy library looks for HTTP/1.1's before it sends such a body on. */
    private static boolean hasBodyOfUnknownLength(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_2
                && !request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                && !USUALLY_WITHOUT.contains(request.method());
    }
}
