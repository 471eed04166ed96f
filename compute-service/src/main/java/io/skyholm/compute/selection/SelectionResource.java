package io.skyholm.compute.selection;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.operations.Accepted;
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
            summary = "Run an action on up to 100 instances",
            description =
                    "Each instance has a result of its own: the operation that has begun with it, or the problem that the"
                            + " call for it alone would answer. One that is refused keeps no other from it. If all are refused, nothing"
                            + " begins and the answer is 409. An Idempotency-Key covers the whole request. DELETE needs"
                            + " the permission INSTANCE:DELETE, too.")
    public Uni<RestResponse<SelectionResult>> run(@NotNull @Valid ActOnInstances command) {
        return selections
                .act(current.get(), command)
                .map(result -> Accepted.with(result, result.operation().id()));
    }
}
