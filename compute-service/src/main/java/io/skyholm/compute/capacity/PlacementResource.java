package io.skyholm.compute.capacity;

import io.skyholm.compute.placement.Placement;
import io.skyholm.compute.size.Sizes;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.contract.Refuses;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Explains over HTTP whether there is a place for something; takes none, with dry_run or without. */
@Path("/v1/placements")
@Tag(
        name = "Placement",
        description = "Where there is room for instances, and why an instance goes to a machine or to none.")
public class PlacementResource {

    private final Sizes sizes;
    private final Placement placement;
    private final Commands commands;
    private final CurrentCall current;

    PlacementResource(Sizes sizes, Placement placement, Commands commands, CurrentCall current) {
        this.sizes = sizes;
        this.placement = placement;
        this.commands = commands;
        this.current = current;
    }

    @POST
    @Requires(resource = ResourceType.INSTANCE, action = Action.CREATE)
    @Refuses(conflict = "TEMPLATE_ARCHIVED")
    @Operation(summary = "Explain where an instance could be placed, without claiming anything")
    public Uni<PlacementView> explain(@NotNull @Valid AskPlacement question) {
        Call call = current.get();
        return sizes.choose(call.caller(), question.size())
                .chain(chosen -> placement
                        .lookAgain()
                        .chain(seen -> commands.change(
                                call, work -> placement.explain(work, question.of(chosen.size()), seen))))
                .map(PlacementView::of);
    }
}
