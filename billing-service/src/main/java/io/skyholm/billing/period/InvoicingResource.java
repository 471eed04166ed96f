package io.skyholm.billing.period;

import io.skyholm.billing.invoice.InvoiceView;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.contract.Refuses;
import io.skyholm.runtime.http.Answers;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;

/** Invoices that the platform asks for. */
@Path("/v1/wallets/{id}/invoices")
@Tag(name = "Invoices")
public class InvoicingResource {

    private final Periods periods;
    private final CurrentCall current;

    InvoicingResource(Periods periods, CurrentCall current) {
        this.periods = periods;
        this.current = current;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.INVOICE, action = Action.MANAGE)
    @Refuses(conflict = "NOTHING_TO_INVOICE")
    @Operation(
            summary = "Invoice what was charged until now",
            description =
                    "For the platform alone, such as for a tenant that leaves: otherwise each month is invoiced when it is over.")
    public Uni<RestResponse<InvoiceView>> create(@PathParam("id") UUID id) {
        return periods.invoiceNow(current.get(), id)
                .map(invoice -> Answers.created(invoice, "/v1/invoices/" + invoice.id()));
    }
}
