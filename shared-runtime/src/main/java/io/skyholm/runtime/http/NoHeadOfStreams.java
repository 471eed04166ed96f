package io.skyholm.runtime.http;

import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemKind;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses to show the head alone of an answer that is streamed, and may have no end: to the gateway it would be complete, and the next request on that
 * connection, whoever's that is, would wait behind it for ever.
 */
class NoHeadOfStreams {

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo resource) {
        if (request.getMethod().equals(HttpMethod.HEAD)
                && Multi.class.isAssignableFrom(resource.getResourceMethod().getReturnType())) {
            throw Problem.of(ProblemKind.METHOD_NOT_ALLOWED, "A stream is read with GET");
        }
    }
}
