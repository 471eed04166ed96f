package io.skyholm.gateway.upstream;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;

/**
 * One server behind the gateway.
 *
 * @param name as in SKYHOLM_ROUTES
 * @param base scheme, host and port; no path
 */
public record Upstream(String name, URI base) {

    /** Refuses anything but {@code http(s)://host:port}. */
    public static Upstream at(String name, String url) {
        URI base = URI.create(url);
        boolean web = "http".equals(base.getScheme()) || "https".equals(base.getScheme());
        boolean bare = base.getPath() == null
                || base.getPath().isEmpty()
                || base.getPath().equals("/");
        if (!web || base.getHost() == null || !bare) {
            throw new IllegalArgumentException("the " + name + " service is at http(s)://host:port, not at " + url);
        }
        return new Upstream(name, base);
    }

    /** A request to this server. */
    public RequestOptions request(HttpMethod method, String uri) {
        return new RequestOptions()
                .setMethod(method)
                .setHost(base.getHost())
                .setPort(port())
                .setSsl(isEncrypted())
                .setURI(uri);
    }

    private int port() {
        if (base.getPort() >= 0) {
            return base.getPort();
        }
        return isEncrypted() ? 443 : 80;
    }

    private boolean isEncrypted() {
        return "https".equals(base.getScheme());
    }
}
