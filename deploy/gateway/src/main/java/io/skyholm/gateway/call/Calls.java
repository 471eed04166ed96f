package io.skyholm.gateway.call;

import io.vertx.core.http.HttpServerRequest;

/** Finds out of each request who asks, from where, and for what. */
public final class Calls {

    private final RouteClasses classes;
    private final ClientAddresses addresses;
    private final Callers callers;

    public Calls(RouteClasses classes, ClientAddresses addresses, Callers callers) {
        this.classes = classes;
        this.addresses = addresses;
        this.callers = callers;
    }

    public Call of(HttpServerRequest request) {
        String address = addresses.of(request);
        return new Call(
                request, address, addresses.schemeOf(request), classes.of(request), callers.of(request, address));
    }
}
