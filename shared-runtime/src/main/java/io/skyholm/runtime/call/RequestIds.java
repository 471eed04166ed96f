package io.skyholm.runtime.call;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.skyholm.runtime.tenant.Ids;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Gives every request an id before anything else can happen to it, and its answer and its log lines the same. */
@Singleton
class RequestIds {

    static final String HEADER = "X-Request-Id";
    static final int PRIORITY = 1_000;

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    void register(@Observes Filters filters) {
        filters.register(RequestIds::identify, PRIORITY);
    }

    /** The id, if it may be written into logs and headers as it is. */
    static @Nullable String harmless(@Nullable String id) {
        return id != null && HARMLESS.matcher(id).matches() ? id : null;
    }

    /** The gateway's or the caller's own id is kept, so that both can find the request again. */
    private static void identify(RoutingContext routing) {
        String offered = harmless(routing.request().getHeader(HEADER));
        String id = offered == null ? Ids.next().toString() : offered;
        routing.request().headers().set(HEADER, id);
        routing.response().putHeader(HEADER, id);
        MDC.put("requestId", id);
        routing.next();
    }
}
