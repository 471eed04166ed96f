package io.skyholm.runtime.http;

import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemKind;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses callers who do not read JSON before a method runs: afterwards the change would have been made. */
class OnlyJson {

    @ServerRequestFilter
    void check(ContainerRequestContext request) {
        if (accepted(request).stream().noneMatch(MediaType.APPLICATION_JSON_TYPE::isCompatible)) {
            throw Problem.of(ProblemKind.NOT_ACCEPTABLE, "Ask for Accept: application/json");
        }
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
