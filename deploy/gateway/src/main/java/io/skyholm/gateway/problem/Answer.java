package io.skyholm.gateway.problem;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;

/** Sends what the gateway itself has to say to a request. */
public final class Answer {

    /** Carries the request's id, to the service and back to the client. */
    public static final String REQUEST_ID = "X-Request-Id";

    private static final long LINGER_MILLISECONDS = 500;

    private Answer() {}

    public static void with(Problem problem, HttpServerRequest request) {
        HttpServerResponse response = request.response().setStatusCode(problem.status());
        problem.headers().forEach(response::putHeader);
        if (problem.leavesClientSending()) {
            endSending(request);
        }
        with(problem.body(requestIdOf(request)), request);
    }

    /** Without the body itself where only the head was asked for. */
    public static void with(Buffer body, HttpServerRequest request) {
        if (HttpMethod.HEAD.equals(request.method())) {
            request.response()
                    .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()))
                    .end();
        } else {
            PacedBody.send(body, request.response());
        }
    }

    /** The id that the request was given. */
    public static String requestIdOf(HttpServerRequest request) {
        return String.valueOf(request.response().headers().get(REQUEST_ID));
    }

    /**
     * Ends what a client still sends some moments after the problem that says why: at once, the client would see the
     * end and not the problem.
     */
    public static void endSending(HttpServerRequest request) {
        boolean shared = request.version() == HttpVersion.HTTP_2;
        if (!shared) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        Vertx vertx = Vertx.currentContext().owner();
        request.response()
                .bodyEndHandler(sent -> vertx.setTimer(LINGER_MILLISECONDS, over -> {
                    if (shared) {
                        request.response().reset(0);
                    } else {
                        request.connection().close();
                    }
                }));
    }
}
