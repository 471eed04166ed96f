package io.skyholm.gateway.call;

import io.vertx.core.http.HttpServerRequest;

/**
 * One request, and what limits depend on.
 *
 * @param address of the client, as the load balancer in front tells it
 * @param scheme http or https, between the client and whatever ends its TLS
 */
public record Call(HttpServerRequest request, String address, String scheme, RouteClass routeClass, Caller caller) {

    /** Whether limits count it by its address, since no valid token came with it. */
    public boolean isStrangers() {
        return !caller.isKnown();
    }
}
