package io.skyholm.billing.standing;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.http.Answers;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Standings over HTTP. */
@Path("/v1/wallets/{id}/standing")
@Tag(name = "Wallets")
public class StandingResource {

    private final Standings standings;
    private final CurrentCall current;

    StandingResource(Standings standings, CurrentCall current) {
        this.standings = standings;
        this.current = current;
    }

    @GET
    @Requires(resource = ResourceType.WALLET, action = Action.READ)
    @Operation(
            summary = "Show what a wallet's standing is",
            description =
                    "Whether its tenant may create and start things, and what is missing if not; as of a moment ago.")
    public Uni<RestResponse<StandingView>> get(@PathParam("id") UUID id) {
        return standings.get(current.get(), id).map(Answers::of);
    }

    @PUT
    @Requires(resource = ResourceType.WALLET, action = Action.UPDATE)
    @Operation(
            summary = "Say what a wallet is kept to",
            description =
                    "When to be warned, and what may be charged in a calendar month (UTC) before nothing more is started, and before"
                            + " what runs is stopped; all of it at once, and what is left out limits nothing. Nothing is ever deleted for it.")
    public Uni<RestResponse<StandingView>> change(@PathParam("id") UUID id, @NotNull @Valid ChangeLimits command) {
        return standings.change(current.get(), id, command).map(Answers::of);
    }
}
