package io.skyholm.compute.selection;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;

/** What many instances are told to do at once, over HTTP. */
@Path("/v1/instances/actions")
@Tag(name = "Instances")
public class SelectionResource {

    private final Selections selections;
    private final CurrentCall current;

    SelectionResource(Selections selections, CurrentCall current) {
        this.selections = selections;
        this.current = current;
    }

    @POST
    @ResponseStatus(StatusCode.ACCEPTED)
    @Requires(resource = ResourceType.INSTANCE, action = Action.EXECUTE)
    @Refuses(conflict = "NONE_CAN")
    @Operation(
            operationId = "instances.runAction",
            summary = "Run an action on up to 100 instances; those that cannot run it are listed, the others run it")
    public Uni<RestResponse<OperationView>> run(@NotNull @Valid ActOnInstances command) {
        return selections.act(current.get(), command).map(Accepted::of);
    }
}
