package io.skyholm.network.utilisation;

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

/** How much of a subnet is held, over HTTP. */
@Path("/v1/subnets/{id}/utilisation")
@Tag(name = "Utilisation", description = "How many addresses of a subnet or pool are in use.")
public class SubnetUtilisationResource {

    private final Utilisations utilisations;
    private final CurrentCall current;

    SubnetUtilisationResource(Utilisations utilisations, CurrentCall current) {
        this.utilisations = utilisations;
        this.current = current;
    }

    @GET
    @Requires(resource = ResourceType.NETWORK, action = Action.READ)
    @Operation(summary = "Show a subnet's utilisation")
    public Uni<UtilisationView> get(@PathParam("id") UUID id) {
        return utilisations.ofSubnet(current.get(), id);
    }
}
