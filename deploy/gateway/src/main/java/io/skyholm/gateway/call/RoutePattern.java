package io.skyholm.gateway.call;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.Set;

/** {@code GET,PUT:/v1/images/*}: methods or *, and a path in which * is one segment, or at its end the rest; the method WEBSOCKET is a GET that asks for one. */
record RoutePattern(Set<String> methods, List<String> segments) {

    private static final String ANY = "*";
    private static final String WEB_SOCKET = "WEBSOCKET";

    static RoutePattern of(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || !text.startsWith("/", colon + 1)) {
            throw new IllegalArgumentException("'" + text + "' is not METHOD:/path");
        }
        return new RoutePattern(
                Set.of(text.substring(0, colon).split(",", -1)),
                List.of(text.substring(colon + 1).split("/", -1)));
    }

    boolean fits(HttpServerRequest request, List<String> path) {
        return fitsMethod(request) && fitsPath(path);
    }

    boolean isWebSocket() {
        return methods.contains(WEB_SOCKET);
    }

    private boolean fitsMethod(HttpServerRequest request) {
        if (isWebSocket()) {
            return request.version() == HttpVersion.HTTP_1_1
                    && HttpMethod.GET.equals(request.method())
                    && "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
        }
        return methods.contains(ANY) || methods.contains(request.method().name());
    }

    private boolean fitsPath(List<String> path) {
        boolean restIsAny = segments.getLast().equals(ANY);
        if (restIsAny ? path.size() < segments.size() : path.size() != segments.size()) {
            return false;
        }
        for (int place = 0; place < segments.size(); place++) {
            String wanted = segments.get(place);
            if (!wanted.equals(ANY) && !wanted.equals(path.get(place))) {
                return false;
            }
        }
        return true;
    }
}
