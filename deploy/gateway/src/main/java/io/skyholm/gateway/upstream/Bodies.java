package io.skyholm.gateway.upstream;

import io.skyholm.gateway.call.Call;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.Set;

/** Which requests have bodies, and how the proxy library is told of them. */
final class Bodies {

    private static final Set<HttpMethod> USUALLY_WITHOUT = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private Bodies() {}

    /** Nothing for a reading request that announces no body, which HTTP/2 could send all the same. */
    static long limit(Call call) {
        HttpServerRequest request = call.request();
        return isAnnounced(request) || !USUALLY_WITHOUT.contains(request.method())
                ? call.routeClass().bodyBytes()
                : 0;
    }

    /** Whether it reads only. */
    static boolean isUsuallyWithout(Call call) {
        return USUALLY_WITHOUT.contains(call.request().method());
    }

    /** HTTP/2 needs no header for it, but the proxy library looks for HTTP/1.1's before it sends such a body on. */
    static void announce(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2
                && !request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                && !USUALLY_WITHOUT.contains(request.method())) {
            request.headers().set(HttpHeaders.TRANSFER_ENCODING, HttpHeaders.CHUNKED);
        }
    }

    static boolean isAnnounced(HttpServerRequest request) {
        MultiMap headers = request.headers();
        return headers.contains(HttpHeaders.CONTENT_LENGTH) || headers.contains(HttpHeaders.TRANSFER_ENCODING);
    }
}
