package io.skyholm.billing.invoice;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.contract.Refuses;
import io.skyholm.runtime.http.Answers;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;

/** Invoices over HTTP. */
@Path("/v1/invoices")
@Tag(
        name = "Invoices",
        description =
                "What was used in a month, what is to be paid in, and what was given back; numbered without gaps.")
public class InvoiceResource {

    private final Invoices invoices;
    private final CurrentCall current;

    InvoiceResource(Invoices invoices, CurrentCall current) {
        this.invoices = invoices;
        this.current = current;
    }

    @GET
    @Requires(resource = ResourceType.INVOICE, action = Action.READ)
    @Operation(summary = "List invoices, newest first")
    public Uni<Page<InvoiceView>> list(@BeanParam InvoiceFilter filter, @BeanParam PageRequest page) {
        return invoices.list(current.get(), filter, page);
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.INVOICE, action = Action.READ)
    @Operation(summary = "Show an invoice")
    public Uni<RestResponse<InvoiceView>> get(@PathParam("id") UUID id) {
        return invoices.get(current.get(), id).map(Answers::of);
    }

    @PUT
    @Path("{id}/payment")
    @Requires(resource = ResourceType.INVOICE, action = Action.MANAGE)
    @Refuses(conflict = "INVOICE_NOT_PAYABLE")
    @Operation(
            summary = "Note that a top-up was paid",
            description =
                    "For the platform alone. Its amount is in the wallet a moment later, and the invoice PAID; told again"
                            + " under the same reference it changes nothing.")
    public Uni<RestResponse<InvoiceView>> pay(@PathParam("id") UUID id, @NotNull @Valid PayInvoice command) {
        return invoices.pay(current.get(), id, command).map(Answers::of);
    }

    @POST
    @Path("{id}/cancel")
    @Requires(resource = ResourceType.TRANSACTION, action = Action.CREATE)
    @Refuses(conflict = "INVOICE_NOT_CANCELLABLE")
    @Operation(
            summary = "Cancel a top-up that was not paid",
            description = "Its number stays, since numbers have no gaps.")
    public Uni<RestResponse<InvoiceView>> cancel(@PathParam("id") UUID id) {
        return invoices.cancel(current.get(), id).map(Answers::of);
    }

    @POST
    @Path("{id}/credit-notes")
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.INVOICE, action = Action.MANAGE)
    @Refuses(conflict = {"INVOICE_NOT_CREDITABLE", "CREDIT_TOO_LARGE"})
    @Operation(
            summary = "Give back some of an invoice",
            description =
                    "For the platform alone. It is in the wallet a moment later; all credit notes of an invoice together"
                            + " give back at most what it came to.")
    public Uni<RestResponse<InvoiceView>> credit(@PathParam("id") UUID id, @NotNull @Valid CreateCreditNote command) {
        return invoices.credit(current.get(), id, command)
                .map(note -> Answers.created(note, "/v1/invoices/" + note.id()));
    }
}
