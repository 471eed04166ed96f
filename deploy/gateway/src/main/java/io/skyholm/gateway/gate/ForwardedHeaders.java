package io.skyholm.gateway.gate;

import io.skyholm.gateway.call.Call;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells services who asked and how; what the client says about itself is dropped. */
public final class ForwardedHeaders implements Gate {

    private static final Set<String> CLAIMS = Set.of(
            "forwarded", "x-real-ip", "x-client-ip", "x-original-url", "x-rewrite-url", "x-http-method-override");

    @Override
    public boolean admits(Call call) {
        MultiMap headers = call.request().headers();
        List.copyOf(headers.names()).stream().filter(ForwardedHeaders::isClaim).forEach(headers::remove);
        String host = call.request().authority().toString();
        headers.set("X-Forwarded-For", call.address())
                .set("X-Forwarded-Host", host)
                .set("X-Forwarded-Proto", call.scheme())
                .set("Forwarded", "for=" + node(call.address()) + ";host=\"" + host + "\";proto=" + call.scheme());
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
