package io.skyholm.runtime.call;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.skyholm.events.EventJson;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemBody;
import io.skyholm.runtime.problem.ProblemKind;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Refuses too large a body with a problem, where Quarkus would refuse it without a word. */
@Singleton
class BodyLimit {

    /** At an attribute of 2,048 bytes, or a thousand of them, Quarkus fails in a way that no mapper hears of. */
    private static final long MOST_OF_A_FORM = 1900;

    private static final String FORM = "application/x-www-form-urlencoded";

    private final long most;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most) {
        this.most = most.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, RequestIds.PRIORITY - 1);
    }

    private void check(RoutingContext routing) {
        long limit = limit(routing.request().getHeader(HttpHeaders.CONTENT_TYPE));
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

    private long limit(@Nullable String contentType) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith(FORM) ? MOST_OF_A_FORM : most;
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
