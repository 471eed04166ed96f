package io.skyholm.compute.instanceset;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.operation.OperationKind;
import io.skyholm.operations.Accepted;
import io.skyholm.operations.OperationView;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.contract.Refuses;
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

/** What instance sets do as one, over HTTP. */
@Path("/v1/instance-sets/{id}")
@Tag(name = "Instance sets")
public class SetActionResource {

    private final SetActions actions;
    private final CurrentCall current;

    SetActionResource(SetActions actions, CurrentCall current) {
        this.actions = actions;
        this.current = current;
    }

    @POST
    @Path("start")
    @ResponseStatus(StatusCode.ACCEPTED)
    @Requires(resource = ResourceType.INSTANCE_SET, action = Action.EXECUTE)
    @Refuses(conflict = {"INSTANCE_SET_ARCHIVED", "INSTANCE_SET_AT_REST"})
    @Operation(summary = "Start all members of a set that can be started")
    public Uni<RestResponse<OperationView>> start(@PathParam("id") UUID id) {
        return actions.act(current.get(), id, OperationKind.START_SET).map(Accepted::of);
    }

    @POST
    @Path("stop")
    @ResponseStatus(StatusCode.ACCEPTED)
    @Requires(resource = ResourceType.INSTANCE_SET, action = Action.EXECUTE)
    @Refuses(conflict = {"INSTANCE_SET_ARCHIVED", "INSTANCE_SET_AT_REST"})
    @Operation(summary = "Stop all members of a set that can be stopped")
    public Uni<RestResponse<OperationView>> stop(@PathParam("id") UUID id) {
        return actions.act(current.get(), id, OperationKind.STOP_SET).map(Accepted::of);
    }

    @POST
    @Path("launch")
    @ResponseStatus(StatusCode.ACCEPTED)
    @Requires(resource = ResourceType.INSTANCE_SET, action = Action.EXECUTE)
    @Refuses(
            conflict = {"INSTANCE_SET_ARCHIVED", "SPENDING_LIMIT_REACHED", "TEMPLATE_ARCHIVED"},
            shortOf = {"INSUFFICIENT_FUNDS", "NO_MACHINE_FITS", "QUOTA_EXCEEDED"})
    @Operation(summary = "Launch all instances that a template names, as members of the set")
    public Uni<RestResponse<OperationView>> launch(@PathParam("id") UUID id, @NotNull @Valid LaunchSet command) {
        return actions.launch(current.get(), id, command).map(Accepted::of);
    }
}
