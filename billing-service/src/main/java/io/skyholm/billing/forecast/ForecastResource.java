package io.skyholm.billing.forecast;

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

/** Forecasts over HTTP. */
@Path("/v1/wallets/{id}/forecast")
@Tag(name = "Wallets")
public class ForecastResource {

    private final Forecasts forecasts;
    private final CurrentCall current;

    ForecastResource(Forecasts forecasts, CurrentCall current) {
        this.forecasts = forecasts;
        this.current = current;
    }

    @GET
    @Requires(resource = ResourceType.WALLET, action = Action.READ)
    @Operation(
            summary = "Show how long a wallet lasts",
            description = "If all that is metered goes on running at the rates of now.")
    public Uni<ForecastView> get(@PathParam("id") UUID id) {
        return forecasts.of(current.get(), id);
    }
}
