package io.skyholm.runtime.call;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.skyholm.events.EventJson;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemBody;
import io.skyholm.runtime.problem.ProblemKind;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Refuses too large a body with a problem, where Quarkus would refuse it without a word. A service that takes bytes in streams has
 * a larger limit of Quarkus for these alone: whatever else is read into memory keeps to the usual one.
 */
@Singleton
class BodyLimit {

    /** At an attribute of 2,048 bytes, or a thousand of them, Quarkus fails in a way that no mapper hears of. */
    private static final long MOST_OF_A_FORM = 1900;

    private static final String FORM = "application/x-www-form-urlencoded";

    private static final String STREAMED = "application/offset+octet-stream";
    private static final String QUARKUS_LIMIT = "io.quarkus.max-request-size";

    private final long most;
    private final long mostStreamed;

    BodyLimit(
            @ConfigProperty(name = "skyholm.http.max-body-size") MemorySize most,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize mostStreamed) {
        this.most = most.asLongValue();
        this.mostStreamed = mostStreamed.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, RequestIds.PRIORITY - 1);
    }

    /** A body of unknown length is measured while it is read, by the limit that Quarkus has just noted. */
    void measure(@Observes Router router) {
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1).handler(routing -> {
            if (!isStreamed(routing)) {
                routing.put(QUARKUS_LIMIT, most);
            }
            routing.next();
        });
    }

    private void check(RoutingContext routing) {
        long limit = limit(routing);
        if (length(routing.request().getHeader(HttpHeaders.CONTENT_LENGTH)) <= limit) {
            routing.next();
            return;
        }
        Problem problem = Problem.of(ProblemKind.TOO_LARGE, "Send a body of at most " + limit + " bytes");
        String requestId = routing.request().getHeader(RequestIds.HEADER);
        routing.response()
                .setStatusCode(ProblemKind.TOO_LARGE.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(EventJson.write(problem.body(requestId)));
    }

    private long limit(RoutingContext routing) {
        if (isStreamed(routing)) {
            return mostStreamed;
        }
        return isForm(routing.request().getHeader(HttpHeaders.CONTENT_TYPE)) ? MOST_OF_A_FORM : most;
    }

    private static boolean isForm(@Nullable String contentType) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith(FORM);
    }

    private static boolean isStreamed(RoutingContext routing) {
        String type = routing.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith(STREAMED);
    }

    /** What is no number is Netty's to refuse. */
    private static long length(@Nullable String contentLength) {
        try {
            return contentLength == null ? 0 : Long.parseLong(contentLength);
        } catch (NumberFormatException noNumber) {
            return 0;
        }
    }
}
