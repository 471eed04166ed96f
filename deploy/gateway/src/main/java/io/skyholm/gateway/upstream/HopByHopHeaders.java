package io.skyholm.gateway.upstream;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Headers that belong to one connection only (RFC 9110, 7.6.1): between client and gateway, or gateway and service. */
final class HopByHopHeaders {

    private static final List<String> ALWAYS = List.of(
            "Connection",
            "Keep-Alive",
            "Proxy-Authenticate",
            "Proxy-Authorization",
            "Proxy-Connection",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade");

    /** These say what the gateway itself has to know, so no Connection header may take them away. */
    private static final Set<String> KEPT =
            Set.of("content-length", "host", "authorization", "x-request-id", "forwarded");

    private HopByHopHeaders() {}

    /** Also removes those that the Connection header names. */
    static void removeFrom(MultiMap headers) {
        for (String connection : List.copyOf(headers.getAll(HttpHeaders.CONNECTION))) {
            for (String named : connection.split(",", -1)) {
                removeNamed(headers, named.strip().toLowerCase(Locale.ROOT));
            }
        }
        ALWAYS.forEach(headers::remove);
    }

    private static void removeNamed(MultiMap headers, String name) {
        if (!name.isEmpty() && !KEPT.contains(name) && !name.startsWith("x-forwarded-")) {
            headers.remove(name);
        }
    }
}
