package io.skyholm.billing.wallet;

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

/** Billing details over HTTP. */
@Path("/v1/wallets/{id}/billing-details")
@Tag(name = "Wallets")
public class BillingDetailsResource {

    private final BillingDetails details;
    private final CurrentCall current;

    BillingDetailsResource(BillingDetails details, CurrentCall current) {
        this.details = details;
        this.current = current;
    }

    @GET
    @Requires(resource = ResourceType.WALLET, action = Action.READ)
    @Operation(
            summary = "Show to whom invoices are made out",
            description = "Until somebody has said so they bear the tenant's name.")
    public Uni<RestResponse<BillingDetailsView>> get(@PathParam("id") UUID id) {
        return details.get(current.get(), id).map(Answers::of);
    }

    @PUT
    @Requires(resource = ResourceType.WALLET, action = Action.UPDATE)
    @Operation(
            summary = "Say to whom invoices are made out",
            description =
                    "All of it at once, from the next invoice on; what is left out is none. What was issued stays as it is.")
    public Uni<RestResponse<BillingDetailsView>> change(
            @PathParam("id") UUID id, @NotNull @Valid ChangeBillingDetails command) {
        return details.change(current.get(), id, command).map(Answers::of);
    }
}
