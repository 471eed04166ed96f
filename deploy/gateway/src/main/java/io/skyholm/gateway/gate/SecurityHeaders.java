package io.skyholm.gateway.gate;

import io.skyholm.gateway.call.Call;
import io.skyholm.gateway.upstream.Routes;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.Set;

/** Tells browsers to be careful with what the gateway sends them. */
public final class SecurityHeaders implements Gate {

    private static final String YEAR = "max-age=31536000; includeSubDomains";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    @Override
    public boolean admits(Call call) {
        HttpServerRequest request = call.request();
        MultiMap headers = request.response().headers();
        headers.set("X-Content-Type-Options", "nosniff").set("Referrer-Policy", "no-referrer");
        // On localhost it would force https upon every other program that a developer serves there.
        HostAndPort host = request.authority();
        if (request.isSSL() && host != null && !THIS_MACHINE.contains(host.host())) {
            headers.set("Strict-Transport-Security", YEAR);
        }
        // Keycloak has pages and a policy of its own; answers of the API are no pages at all.
        if (!Routes.isLogin(request.path())) {
            headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        }
        return true;
    }
}
