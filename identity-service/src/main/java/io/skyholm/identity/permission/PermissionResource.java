package io.skyholm.identity.permission;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Permissions over HTTP: nobody changes them, so there is nothing between them and their store. */
@Path("/v1/permissions")
@Tag(name = "Permissions", description = "What roles and API keys can allow: an action on a type of resource.")
public class PermissionResource {

    private final PermissionStore store;
    private final CurrentCall current;

    PermissionResource(PermissionStore store, CurrentCall current) {
        this.store = store;
        this.current = current;
    }

    @GET
    @Requires(resource = ResourceType.ROLE, action = Action.READ)
    @Operation(summary = "List permissions")
    public Uni<Page<PermissionView>> list(@BeanParam PermissionFilter filter, @BeanParam PageRequest page) {
        return store.list(current.get().caller().scope(), filter, page);
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.ROLE, action = Action.READ)
    @Operation(summary = "Show a permission")
    public Uni<PermissionView> get(@PathParam("id") UUID id) {
        return store.find(current.get().caller().scope(), id)
                .map(found -> found.orElseThrow(() -> Problem.notFound("permission")));
    }
}
