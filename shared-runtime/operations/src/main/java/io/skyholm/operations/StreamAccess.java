package io.skyholm.operations;

import io.skyholm.runtime.call.CurrentCall;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to stream an operation that the caller may not see while that can still be answered: Quarkus sends the 200 of a
 * stream before it asks for the first event, and a failure would only cut the connection.
 */
@Singleton
class StreamAccess {

    private static final int AFTER_WHO_CALLS = Priorities.USER + 1000;

    private final Operations operations;
    private final CurrentCall current;

    StreamAccess(Operations operations, CurrentCall current) {
        this.operations = operations;
        this.current = current;
    }

    @BeforeStreaming
    @ServerRequestFilter(priority = AFTER_WHO_CALLS)
    Uni<@Nullable Response> requireVisible(ContainerRequestContext request) {
        return operations.get(current.get(), id(request)).replaceWith(() -> null);
    }

    private static UUID id(ContainerRequestContext request) {
        try {
            return UUID.fromString(request.getUriInfo().getPathParameters().getFirst("id"));
        } catch (IllegalArgumentException none) {
            throw OperationProblems.notFound();
        }
    }
}
