package io.skyholm.gateway.gate;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells services who asked and how; what the client says about itself is dropped. */
public final class ForwardedHeaders implements Gate {

    private static final Set<String> CLAIMS = Set.of(
            "forwarded", "x-real-ip", "x-client-ip", "x-original-url", "x-rewrite-url", "x-http-method-override");

    @Override
    public boolean admits(HttpServerRequest request) {
        MultiMap headers = request.headers();
        List.copyOf(headers.names()).stream().filter(ForwardedHeaders::isClaim).forEach(headers::remove);
        String address = request.remoteAddress().hostAddress();
        String host = request.authority().toString();
        String protocol = request.isSSL() ? "https" : "http";
        headers.set("X-Forwarded-For", address)
                .set("X-Forwarded-Host", host)
                .set("X-Forwarded-Proto", protocol)
                .set("Forwarded", "for=" + node(address) + ";host=\"" + host + "\";proto=" + protocol);
        return true;
    }

    /** RFC 7239 puts an IPv6 address in brackets and quotes. */
    private static String node(String address) {
        return address.contains(":") ? "\"[" + address + "]\"" : address;
    }

    private static boolean isClaim(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("x-forwarded-") || CLAIMS.contains(lower);
    }
}
