package io.skyholm.billing.forecast;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Quotes over HTTP. */
@Path("/v1/wallets/{id}/quote")
@Tag(name = "Wallets")
public class QuoteResource {

    private final Forecasts forecasts;
    private final CurrentCall current;

    QuoteResource(Forecasts forecasts, CurrentCall current) {
        this.forecasts = forecasts;
        this.current = current;
    }

    @POST
    @Requires(resource = ResourceType.WALLET, action = Action.READ)
    @Operation(
            summary = "Ask what something would cost",
            description =
                    "By the rates of now, and whether the wallet has as much for an hour of it; nothing is kept of the question.")
    public Uni<QuoteView> ask(@PathParam("id") UUID id, @NotNull @Valid AskQuote command) {
        return forecasts.quote(current.get(), id, command.planId(), command.times());
    }
}
