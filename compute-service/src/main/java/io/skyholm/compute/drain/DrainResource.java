package io.skyholm.compute.drain;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Requires;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The emptying of machines over HTTP; it is asked for with a machine's maintenance. */
@Path("/v1/machines/{id}/drain")
@Tag(name = "Machines")
public class DrainResource {

    private final Drains drains;

    DrainResource(Drains drains) {
        this.drains = drains;
    }

    @GET
    @Requires(resource = ResourceType.SERVER, action = Action.READ)
    @Operation(
            summary = "Show a machine's draining",
            description = "Before it is asked for this is the plan: what could move, and what could not and why.")
    public Uni<DrainView> get(@PathParam("id") UUID id) {
        return drains.get(id);
    }
}
