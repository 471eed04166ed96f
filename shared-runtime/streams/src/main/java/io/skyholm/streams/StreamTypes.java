package io.skyholm.streams;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** Lets callers ask a stream for events, where every other answer is JSON. */
@Singleton
class StreamTypes {

    private static final int EARLY = 500;
    private static final String STREAM = "/stream";

    void register(@Observes Filters filters) {
        filters.register(StreamTypes::translate, EARLY);
    }

    /** A refusal is JSON, and a client that reads only events would be told instead that there is no such type. */
    private static void translate(RoutingContext routing) {
        String asked = String.valueOf(routing.request().getHeader(HttpHeaders.ACCEPT));
        if (routing.normalizedPath().endsWith(STREAM) && asked.contains(MediaType.SERVER_SENT_EVENTS)) {
            routing.request().headers().set(HttpHeaders.ACCEPT, MediaType.WILDCARD);
        }
        routing.next();
    }
}
