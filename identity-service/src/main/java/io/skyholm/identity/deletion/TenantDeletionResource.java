package io.skyholm.identity.deletion;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The deletion of a tenant over HTTP. */
@Path("/v1/tenants/{id}/deletion")
@Tag(name = "Tenants")
public class TenantDeletionResource {

    private final TenantDeletions deletions;
    private final CurrentCall current;

    TenantDeletionResource(TenantDeletions deletions, CurrentCall current) {
        this.deletions = deletions;
        this.current = current;
    }

    @GET
    @Requires(resource = ResourceType.TENANT, action = Action.READ)
    @Operation(
            summary = "Show how far the deletion of a tenant is",
            description = "Names each service with what it still holds and why; 404 for a tenant that is not deleted.")
    public Uni<TenantDeletionView> get(@PathParam("id") UUID id) {
        return deletions.get(current.get(), id);
    }
}
