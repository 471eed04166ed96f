package io.skyholm.gateway.gate;

import io.skyholm.gateway.call.Call;
import io.skyholm.gateway.upstream.Routes;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;

/** Lets the web pages of allowed origins call the API, and answers the question that browsers ask first. */
public final class CrossOrigin implements Gate {

    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String REQUEST_HEADERS =
            "Authorization, Content-Type, Accept, Idempotency-Key, If-Match, If-None-Match, X-Access-Grant, X-Request-Id,"
                    + " traceparent, Last-Event-ID, Range, If-Range, Tus-Resumable, Upload-Length, Upload-Offset, Upload-Metadata,"
                    + " Upload-Checksum";
    private static final String EXPOSED_HEADERS = "ETag, Location, Retry-After, X-Request-Id, Link, RateLimit-Limit,"
            + " RateLimit-Remaining, RateLimit-Reset, Accept-Ranges, Content-Range, Tus-Resumable, Upload-Length,"
            + " Upload-Offset, Upload-Metadata, Upload-Expires";
    private static final String MINUTES_10 = "600";

    private final Set<String> allowedOrigins;

    public CrossOrigin(Set<String> allowedOrigins) {
        this.allowedOrigins = allowedOrigins;
    }

    @Override
    public boolean admits(Call call) {
        HttpServerRequest request = call.request();
        // Keycloak knows the origins of each of its clients, and speaks for itself.
        if (Routes.isLogin(request.path())) {
            return true;
        }
        MultiMap answer = request.response().headers().add(HttpHeaders.VARY, "Origin");
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        boolean allowed = origin != null && allowedOrigins.contains(origin);
        if (allowed) {
            answer.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                    .set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED_HEADERS);
        }
        if (!isPreflight(request)) {
            return true;
        }
        if (allowed) {
            answer.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
                    .set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS)
                    .set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, MINUTES_10);
        }
        request.response().setStatusCode(204).end();
        return false;
    }

    private static boolean isPreflight(HttpServerRequest request) {
        return HttpMethod.OPTIONS.equals(request.method())
                && request.headers().contains(HttpHeaders.ORIGIN)
                && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    }
}
