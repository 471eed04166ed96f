package io.skyholm.audit.entry;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Lets callers ask an export and a stream for what those speak, where every other answer is JSON. */
@Singleton
class StreamTypes {

    private static final int EARLY = 500;
    private static final String ANYTHING = "*/*";
    private static final Map<String, List<String>> SPOKEN = Map.of(
            "/v1/audit-entries/export", List.of("application/x-ndjson", "text/csv"),
            "/v1/audit-entries/stream", List.of("text/event-stream"));

    void register(@Observes Filters filters) {
        filters.register(StreamTypes::translate, EARLY);
    }

    private static void translate(RoutingContext routing) {
        String asked = String.valueOf(routing.request().getHeader(HttpHeaders.ACCEPT));
        if (SPOKEN.getOrDefault(routing.normalizedPath(), List.of()).stream().anyMatch(asked::contains)) {
            routing.request().headers().set(HttpHeaders.ACCEPT, ANYTHING);
        }
        routing.next();
    }
}
