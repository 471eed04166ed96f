package io.skyholm.gateway.upstream;

import io.skyholm.gateway.call.Call;
import io.skyholm.gateway.limit.OpenCall;
import io.skyholm.gateway.problem.Answer;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.StreamResetException;
import io.vertx.core.net.NetSocket;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Joins a client's WebSocket to a service's: bytes both ways, each way only as fast as the other end takes them. The
 * proxy library would keep in memory whatever a slow end does not take. A client that goes ends the service's connection
 * at every moment, also before the service has answered.
 */
final class WebSocketTunnel {

    private static final int SWITCHING_PROTOCOLS = 101;

    private final OpenCall open;
    private final HttpServerRequest request;
    private final Upstream upstream;
    private final HttpClient client;
    private @Nullable HttpClientRequest asked;
    private boolean ended;

    WebSocketTunnel(OpenCall open, Upstream upstream, HttpClient client) {
        this.open = open;
        this.request = open.call().request();
        this.upstream = upstream;
        this.client = client;
    }

    /** Only where the table of limits has a WebSocket; a request with a body is none. */
    static boolean isAskedFor(Call call) {
        return call.routeClass().takesWebSocket(call.request()) && !Bodies.isAnnounced(call.request());
    }

    void open() {
        request.response().closeHandler(gone -> end());
        open.whenGivenUp(this::end);
        client.request(upstream.request(request.method(), request.uri()))
                .compose(this::keep)
                .compose(this::connect)
                .onSuccess(this::answered)
                .onFailure(this::failed);
    }

    /** Whoever waits for the service's answer no longer does. */
    private void end() {
        ended = true;
        HttpClientRequest toService = asked;
        if (toService != null) {
            toService.reset();
        }
    }

    private Future<HttpClientRequest> keep(HttpClientRequest opened) {
        // Every failure reaches the answer too; unheard here it would be logged as if nobody knew.
        opened.exceptionHandler(known -> {});
        asked = opened;
        if (ended) {
            opened.reset();
            return Future.failedFuture(new StreamResetException(0));
        }
        return Future.succeededFuture(opened);
    }

    private Future<HttpClientResponse> connect(HttpClientRequest toService) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().addAll(request.headers());
        HopByHopHeaders.removeFrom(headers);
        toService.headers().addAll(headers);
        toService.putHeader(HttpHeaders.CONNECTION, "Upgrade").putHeader(HttpHeaders.UPGRADE, "websocket");
        long seconds = open.call().routeClass().answer().toSeconds();
        return toService.connect().timeout(Math.max(1, seconds), TimeUnit.SECONDS);
    }

    private void failed(Throwable failure) {
        end();
        HttpServerResponse response = request.response();
        if (!response.closed() && !response.headWritten()) {
            Answer.with(new Failures(upstream.name()).problem(failure, request), request);
        }
    }

    private void answered(HttpClientResponse answer) {
        if (answer.statusCode() != SWITCHING_PROTOCOLS) {
            passOn(answer);
            return;
        }
        NetSocket service = answer.netSocket();
        service.pause();
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
        if (ended) {
            person.close();
        }
        person.pipeTo(service);
        service.pipeTo(person);
    }

    /** A service that wants no WebSocket says why, as fast as the client reads it; its connection is used for nothing else. */
    private void passOn(HttpClientResponse answer) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().addAll(answer.headers());
        HopByHopHeaders.removeFrom(headers);
        HttpServerResponse response = request.response().setStatusCode(answer.statusCode());
        headers.forEach(header -> response.putHeader(header.getKey(), header.getValue()));
        response.setChunked(!headers.contains(HttpHeaders.CONTENT_LENGTH));
        answer.pipe().endOnFailure(false).to(response).onComplete(passed -> {
            end();
            if (passed.failed()) {
                request.connection().close();
            }
        });
    }
}
