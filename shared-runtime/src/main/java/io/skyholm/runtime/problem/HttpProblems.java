package io.skyholm.runtime.problem;

import jakarta.ws.rs.WebApplicationException;
import org.jboss.resteasy.reactive.ClientWebApplicationException;

/** What HTTP itself refuses: an unknown path, a wrong method, a format nobody reads. */
final class HttpProblems {

    private HttpProblems() {}

    /** What another server answered us is no answer to our caller, although the exception that carries it would be one. */
    static Problem of(WebApplicationException refusal) {
        ProblemKind kind = refusal instanceof ClientWebApplicationException
                ? ProblemKind.INTERNAL
                : ProblemKind.of(refusal.getResponse().getStatus());
        return Problem.of(kind, detail(kind));
    }

    private static String detail(ProblemKind kind) {
        return switch (kind) {
            case NOT_FOUND -> "There is nothing at this path; /docs lists what there is";
            case METHOD_NOT_ALLOWED -> "This path exists, but not with this method; /docs lists what there is";
            case UNSUPPORTED_MEDIA_TYPE -> "Send the body as Content-Type: application/json";
            case NOT_ACCEPTABLE -> "Ask for Accept: application/json";
            case TOO_LARGE -> "The body is larger than this endpoint takes";
            case MALFORMED -> "The request is not well-formed";
            case UNAUTHENTICATED, FORBIDDEN, CONFLICT, PRECONDITION_FAILED, INVALID, TOO_MANY_REQUESTS -> kind.title();
            case RANGE_NOT_SATISFIABLE, CHECKSUM_MISMATCH -> kind.title();
            case INTERNAL, UNAVAILABLE, SHORT_OF -> kind.title();
        };
    }
}
