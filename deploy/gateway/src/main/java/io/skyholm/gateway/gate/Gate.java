package io.skyholm.gateway.gate;

import io.vertx.core.http.HttpServerRequest;

/** One thing that is looked at before a request may pass. */
@FunctionalInterface
public interface Gate {

    /** False when the gate has answered the request itself. */
    boolean admits(HttpServerRequest request);
}
