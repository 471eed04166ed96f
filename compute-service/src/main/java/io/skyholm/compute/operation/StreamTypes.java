package io.skyholm.compute.operation;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Lets callers ask a stream for what it speaks, where every other answer is JSON. */
@Singleton
class StreamTypes {

    private static final int EARLY = 500;

    void register(@Observes Filters filters) {
        filters.register(StreamTypes::translate, EARLY);
    }

    private static void translate(RoutingContext routing) {
        String path = routing.normalizedPath();
        String asked = String.valueOf(routing.request().getHeader(HttpHeaders.ACCEPT));
        boolean streams = path.startsWith("/v1/operations/") && path.endsWith("/stream");
        if (streams && asked.contains("text/event-stream")) {
            routing.request().headers().set(HttpHeaders.ACCEPT, "*/*");
        }
        routing.next();
    }
}
