package io.skyholm.gateway.upstream;

import io.skyholm.gateway.limit.OpenCall;
import io.skyholm.gateway.problem.Answer;
import io.skyholm.gateway.problem.Problems;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.NetSocket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Joins a client's WebSocket to a service's: bytes both ways, each way only as fast as the other end takes them. The
 * proxy library would keep in memory whatever a slow end does not take.
 */
final class WebSocketTunnel {

    private static final int SWITCHING_PROTOCOLS = 101;

    private final OpenCall open;
    private final HttpServerRequest request;
    private final Upstream upstream;
    private final HttpClient client;

    WebSocketTunnel(OpenCall open, Upstream upstream, HttpClient client) {
        this.open = open;
        this.request = open.call().request();
        this.upstream = upstream;
        this.client = client;
    }

    static boolean isAskedFor(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_1_1
                && "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
    }

    void open() {
        request.pause();
        client.request(upstream.request(request.method(), request.uri()))
                .compose(this::connect)
                .onSuccess(this::answered)
                .onFailure(failure -> {
                    request.resume();
                    Answer.with(new Failures(upstream.name()).problem(failure, request), request);
                });
    }

    private Future<HttpClientResponse> connect(HttpClientRequest asked) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().addAll(request.headers());
        HopByHopHeaders.removeFrom(headers);
        asked.headers().addAll(headers);
        asked.putHeader(HttpHeaders.CONNECTION, "Upgrade").putHeader(HttpHeaders.UPGRADE, "websocket");
        Future<HttpClientResponse> answer = asked.connect();
        long seconds = open.call().routeClass().answer().toSeconds();
        return answer.timeout(Math.max(1, seconds), TimeUnit.SECONDS).onFailure(failure -> {
            if (failure instanceof TimeoutException) {
                asked.reset();
            }
        });
    }

    private void answered(HttpClientResponse answer) {
        if (answer.statusCode() != SWITCHING_PROTOCOLS) {
            passOn(answer);
            return;
        }
        NetSocket service = answer.netSocket();
        service.pause();
        // Its connection reads on as a socket only if it reads at all.
        request.resume();
        request.response().setStatusCode(SWITCHING_PROTOCOLS);
        answer.headers().forEach(header -> request.response().putHeader(header.getKey(), header.getValue()));
        open.upgraded();
        request.toNetSocket().onSuccess(person -> join(person, service)).onFailure(gone -> {
            service.close();
            open.over();
        });
    }

    private void join(NetSocket person, NetSocket service) {
        open.whenGivenUp(person::close);
        person.closeHandler(closed -> {
            service.close();
            open.over();
        });
        service.closeHandler(closed -> person.close());
        person.pipeTo(service);
        service.pipeTo(person);
    }

    /** A service that wants no WebSocket says why. */
    private void passOn(HttpClientResponse answer) {
        request.resume();
        answer.body()
                .onSuccess(body -> refuse(answer, body))
                .onFailure(broken -> Answer.with(Problems.badAnswer(upstream.name()), request));
    }

    private void refuse(HttpClientResponse answer, Buffer body) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().addAll(answer.headers());
        HopByHopHeaders.removeFrom(headers);
        headers.remove(HttpHeaders.CONTENT_LENGTH);
        request.response().setStatusCode(answer.statusCode());
        headers.forEach(header -> request.response().putHeader(header.getKey(), header.getValue()));
        Answer.with(body, request);
    }
}
