package io.skyholm.gateway.upstream;

import io.skyholm.gateway.problem.Answer;
import io.skyholm.gateway.problem.Problem;
import io.skyholm.gateway.problem.Problems;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.StreamResetException;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One request on its way to a service and back: bounded in size and time, and a problem when it fails. */
final class Exchange implements ProxyInterceptor {

    /** Under this name the exchange keeps its request to the service, to end it early. */
    static final String OPENED = "opened";

    private final Upstream upstream;
    private final long bodyLimitBytes;
    private final Duration timeout;

    Exchange(Upstream upstream, long bodyLimitBytes, Duration timeout) {
        this.upstream = upstream;
        this.bodyLimitBytes = bodyLimitBytes;
        this.timeout = timeout;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext exchange) {
        ProxyRequest request = exchange.request();
        HopByHopHeaders.removeFrom(request.headers());
        BoundedBody body = new BoundedBody(request.getBody().stream(), announcesBody(request) ? bodyLimitBytes : 0);
        request.setBody(Body.body(body, request.getBody().length()));
        return exchange.sendRequest()
                .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .recover(failure -> {
                    endUpstream(exchange);
                    return Future.succeededFuture(answer(exchange, problem(failure, body, request.proxiedRequest())));
                });
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext exchange) {
        HttpServerRequest request = exchange.request().proxiedRequest();
        MultiMap answer = exchange.response().headers();
        HopByHopHeaders.removeFrom(answer);
        List.copyOf(answer.names()).stream()
                .filter(name -> isTheGateways(name, request))
                .forEach(answer::remove);
        return exchange.sendResponse();
    }

    /** What the gateway has said itself, such as the request's id, the service does not say again. */
    private static boolean isTheGateways(String name, HttpServerRequest request) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean permission = lower.startsWith("access-control-") && !Routes.isLogin(request.path());
        boolean saidAlready = request.response().headers().contains(lower) && !lower.equals("vary");
        return permission || saidAlready;
    }

    /** The library cannot send on a body that no header tells of, which HTTP/2 allows. */
    private static boolean announcesBody(ProxyRequest request) {
        MultiMap headers = request.proxiedRequest().headers();
        return headers.contains(HttpHeaders.CONTENT_LENGTH) || headers.contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private Problem problem(Throwable failure, BoundedBody body, HttpServerRequest request) {
        if (body.isTooLarge()) {
            return Problems.bodyTooLarge(body.limitBytes());
        }
        return switch (failure) {
            case TimeoutException late when !request.isEnded() -> Problems.requestTooSlow();
            case TimeoutException late -> Problems.answerTooSlow(upstream.name());
            case StreamResetException gone when request.response().closed() -> Problems.clientWentAway();
            case StreamResetException dead -> Problems.unavailable(upstream.name());
            case IOException dead -> Problems.unavailable(upstream.name());
            case VertxException dead -> Problems.unavailable(upstream.name());
            default -> Problems.badAnswer(upstream.name());
        };
    }

    private static ProxyResponse answer(ProxyContext exchange, Problem problem) {
        HttpServerRequest request = exchange.request().proxiedRequest();
        if (problem.leavesClientSending()) {
            Answer.endSending(request);
        }
        ProxyResponse answer = exchange.request().release().response().setStatusCode(problem.status());
        problem.headers().forEach(answer::putHeader);
        Buffer body = problem.body(Answer.requestIdOf(request));
        return answer.setBody(HttpMethod.HEAD.equals(request.method()) ? null : Body.body(body));
    }

    private static void endUpstream(ProxyContext exchange) {
        HttpClientRequest opened = exchange.get(OPENED, HttpClientRequest.class);
        if (opened != null) {
            opened.reset();
        }
    }
}
