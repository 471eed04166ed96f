package io.skyholm.identity.quota;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.contract.Refuses;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Limits over HTTP; they are set where they belong, and seen together here. */
@Path("/v1/quotas")
@Tag(name = "Quotas", description = "Limits on what a tenant, a group or a user may have.")
public class QuotaResource {

    private final QuotaStore store;
    private final CurrentCall current;

    QuotaResource(QuotaStore store, CurrentCall current) {
        this.store = store;
        this.current = current;
    }

    @GET
    @Requires(resource = ResourceType.QUOTA, action = Action.READ)
    @Refuses(notFound = "NOT_FOUND")
    @Operation(summary = "Show a user's quotas and the effective limits")
    public Uni<QuotaView> get(
            @QueryParam("userId") @Parameter(description = "Whose; the caller's if it is left out") @Nullable UUID userId) {
        Caller caller = current.get().caller();
        UUID user = userId == null ? caller.id() : userId;
        return store.of(caller.scope(), user).map(limits -> QuotaView.of(caller, user, limits));
    }
}
