package io.skyholm.compute.capacity;

import io.skyholm.compute.placement.Placement;
import io.skyholm.compute.size.Sizes;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What there will be room for, over HTTP. */
@Path("/v1/capacity")
@Tag(name = "Placement")
public class CapacityResource {

    private final Sizes sizes;
    private final Placement placement;
    private final CurrentCall current;

    CapacityResource(Sizes sizes, Placement placement, CurrentCall current) {
        this.sizes = sizes;
        this.placement = placement;
        this.current = current;
    }

    @GET
    @Requires(resource = ResourceType.RESOURCE_POOL, action = Action.READ)
    @Operation(summary = "Show how many more instances of a size each pool can hold")
    public Uni<CapacityView> get(@BeanParam AskCapacity question) {
        return sizes.choose(current.get().caller(), question.size())
                .chain(chosen -> placement.forecast(question.of(chosen.size())))
                .map(CapacityView::of);
    }
}
