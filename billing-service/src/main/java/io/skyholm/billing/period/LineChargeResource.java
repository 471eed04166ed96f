package io.skyholm.billing.period;

import io.skyholm.billing.meter.UsageChargeView;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a line of an invoice adds up, over HTTP. */
@Path("/v1/invoices/{id}/line-items/{position}/charges")
@Tag(name = "Invoices")
public class LineChargeResource {

    private final InvoicedUsage usage;
    private final CurrentCall current;

    LineChargeResource(InvoicedUsage usage, CurrentCall current) {
        this.usage = usage;
        this.current = current;
    }

    @GET
    @Requires(resource = ResourceType.INVOICE, action = Action.READ)
    @Operation(
            summary = "List the charges that a line of an invoice adds up, newest first",
            description = "Each names its meter, which shows what facts said, and the transaction that paid it.")
    public Uni<Page<UsageChargeView>> list(
            @PathParam("id") UUID id, @PathParam("position") String position, @BeanParam PageRequest page) {
        return usage.charges(current.get(), id, position, page);
    }
}
