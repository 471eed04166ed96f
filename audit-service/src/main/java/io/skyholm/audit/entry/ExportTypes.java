package io.skyholm.audit.entry;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/** Lets callers ask an export for what it speaks, where every other answer is JSON. */
@Singleton
class ExportTypes {

    private static final int EARLY = 500;
    private static final String ANYTHING = "*/*";
    private static final String EXPORT = "/v1/audit-entries/export";
    private static final List<String> SPOKEN = List.of("application/x-ndjson", "text/csv");

    void register(@Observes Filters filters) {
        filters.register(ExportTypes::translate, EARLY);
    }

    private static void translate(RoutingContext routing) {
        String asked = String.valueOf(routing.request().getHeader(HttpHeaders.ACCEPT));
        if (isSpoken(routing.normalizedPath(), asked)) {
            routing.request().headers().set(HttpHeaders.ACCEPT, ANYTHING);
        }
        routing.next();
    }

    /** Whether that path answers what was asked for, though no other does. */
    static boolean isSpoken(String path, String asked) {
        return path.equals(EXPORT) && SPOKEN.stream().anyMatch(asked::contains);
    }
}
