package io.skyholm.billing.meter;

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

/** Meters over HTTP. */
@Path("/v1/meters")
@Tag(name = "Usage", description = "What is metered, and what each hour of it costs.")
public class MeterResource {

    private final Meters meters;
    private final CurrentCall current;

    MeterResource(Meters meters, CurrentCall current) {
        this.meters = meters;
        this.current = current;
    }

    @GET
    @Requires(resource = ResourceType.USAGE, action = Action.READ)
    @Operation(summary = "List meters, newest first")
    public Uni<Page<MeterView>> list(@BeanParam MeterFilter filter, @BeanParam PageRequest page) {
        return meters.list(current.get(), filter, page);
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.USAGE, action = Action.READ)
    @Operation(
            summary = "Show a meter",
            description = "It has the id of what it meters, unless that came from another tenant.")
    public Uni<MeterView> get(@PathParam("id") UUID id) {
        return meters.get(current.get(), id);
    }

    @GET
    @Path("{id}/charges")
    @Requires(resource = ResourceType.USAGE, action = Action.READ)
    @Operation(
            summary = "List what was charged for the hours of a meter, newest first",
            description = "What corrects an hour, because a fact came late, is another part of it.")
    public Uni<Page<UsageChargeView>> charges(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        return meters.charges(current.get(), id, page);
    }
}
