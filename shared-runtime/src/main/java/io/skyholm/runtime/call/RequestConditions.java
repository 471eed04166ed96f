package io.skyholm.runtime.call;

import io.skyholm.runtime.problem.Problem;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the conditions that a caller attached to a request. */
final class RequestConditions {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    static final String DRY_RUN = "dry_run";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private RequestConditions() {}

    static Conditions of(ContainerRequestContext request) {
        return new Conditions(
                key(request.getHeaderString(IDEMPOTENCY_KEY)),
                version(request.getMethod(), request.getHeaderString(HttpHeaders.IF_MATCH)),
                dryRun(request.getUriInfo().getQueryParameters().getFirst(DRY_RUN)));
    }

    /** A condition is kept or refused, and never passed over. What is created or done has no version that the document would take. */
    private static @Nullable String version(String method, @Nullable String ifMatch) {
        if (ifMatch != null && method.equals(HttpMethod.POST)) {
            throw Problem.invalid(HttpHeaders.IF_MATCH, "is taken by PUT, PATCH and DELETE only");
        }
        return ifMatch;
    }

    private static @Nullable String key(@Nullable String key) {
        if (key != null && !KEY.matcher(key).matches()) {
            throw Problem.invalid(IDEMPOTENCY_KEY, "must be 1 to 128 visible ASCII characters");
        }
        return key;
    }

    /** What audit notes of it: a value that is refused asks for nothing. */
    static boolean asksForDryRun(@Nullable String asked) {
        return asked != null && (asked.equals("true") || asked.isEmpty());
    }

    private static boolean dryRun(@Nullable String asked) {
        if (asked == null || asked.equals("false") || asksForDryRun(asked)) {
            return asksForDryRun(asked);
        }
        throw Problem.invalid(DRY_RUN, "must be true or false");
    }
}
