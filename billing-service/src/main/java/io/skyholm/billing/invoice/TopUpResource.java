package io.skyholm.billing.invoice;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.contract.Refuses;
import io.skyholm.runtime.http.Answers;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;

/** Top-ups of a wallet over HTTP. */
@Path("/v1/wallets/{id}/top-ups")
@Tag(name = "Invoices")
public class TopUpResource {

    private final Invoices invoices;
    private final CurrentCall current;

    TopUpResource(Invoices invoices, CurrentCall current) {
        this.invoices = invoices;
        this.current = current;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.TRANSACTION, action = Action.CREATE)
    @Refuses(conflict = "TOP_UPS_TOO_OFTEN")
    @Operation(
            summary = "Ask for an invoice to pay into a wallet",
            description = "What it comes to is in the wallet once it is paid.")
    public Uni<RestResponse<InvoiceView>> create(@PathParam("id") UUID id, @NotNull @Valid CreateTopUp command) {
        return invoices.topUp(current.get(), id, command)
                .map(invoice -> Answers.created(invoice, "/v1/invoices/" + invoice.id()));
    }
}
