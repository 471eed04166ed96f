package io.skyholm.runtime.http;

import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemKind;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses callers who do not read JSON before a method runs: afterwards the change would have been made. Where a method answers with nothing, it is enough to
 * read problems, which is all that a client made from the API asks for there.
 */
class OnlyJson {

    private static final MediaType PROBLEM = new MediaType("application", "problem+json");

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo method) {
        if (accepted(request).stream().noneMatch(accepted -> spoken(method).anyMatch(accepted::isCompatible))) {
            throw Problem.of(ProblemKind.NOT_ACCEPTABLE, "Ask for Accept: application/json");
        }
    }

    private static Stream<MediaType> spoken(ResourceInfo method) {
        return answersNothing(method)
                ? Stream.of(MediaType.APPLICATION_JSON_TYPE, PROBLEM)
                : Stream.of(MediaType.APPLICATION_JSON_TYPE);
    }

    private static boolean answersNothing(ResourceInfo method) {
        return method.getResourceMethod().getGenericReturnType().getTypeName().contains(Void.class.getName());
    }

    /** Whoever writes what is no media type accepts nothing that we have. */
    private static List<MediaType> accepted(ContainerRequestContext request) {
        try {
            return request.getAcceptableMediaTypes();
        } catch (IllegalArgumentException unreadable) {
            return List.of();
        }
    }
}
