package io.skyholm.compute.operation;

import io.skyholm.runtime.call.CurrentCall;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Refuses to stream what somebody may not see while that can still be answered: a stream begins with 200. */
@Singleton
class StreamDoor {

    private static final int AFTER_WHO_CALLS = Priorities.USER + 1000;

    private final Operations operations;
    private final CurrentCall current;

    StreamDoor(Operations operations, CurrentCall current) {
        this.operations = operations;
        this.current = current;
    }

    @ServerRequestFilter(priority = AFTER_WHO_CALLS)
    Uni<@Nullable Response> enter(ContainerRequestContext request, ResourceInfo method) {
        boolean streams = method.getResourceClass() == OperationResource.class
                && method.getResourceMethod().getName().equals("watch");
        return streams
                ? operations.get(current.get(), id(request)).replaceWith(() -> null)
                : Uni.createFrom().nullItem();
    }

    private static UUID id(ContainerRequestContext request) {
        try {
            return UUID.fromString(request.getUriInfo().getPathParameters().getFirst("id"));
        } catch (IllegalArgumentException none) {
            throw OperationProblems.notFound();
        }
    }
}
