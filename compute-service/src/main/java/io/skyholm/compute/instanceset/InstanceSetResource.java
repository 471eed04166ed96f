package io.skyholm.compute.instanceset;

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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;

/** Instance sets over HTTP. */
@Path("/v1/instance-sets")
@Tag(name = "Instance sets", description = "Instances that belong together, and are started and stopped together.")
public class InstanceSetResource {

    private final InstanceSets sets;
    private final CurrentCall current;

    InstanceSetResource(InstanceSets sets, CurrentCall current) {
        this.sets = sets;
        this.current = current;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.INSTANCE_SET, action = Action.CREATE)
    @Refuses(conflict = "INSTANCE_SET_NAME_TAKEN", shortOf = "QUOTA_EXCEEDED")
    @Operation(summary = "Create an instance set")
    public Uni<RestResponse<InstanceSetView>> create(@NotNull @Valid CreateInstanceSet command) {
        return sets.create(current.get(), command).map(set -> Answers.created(set, "/v1/instance-sets/" + set.id()));
    }

    @GET
    @Requires(resource = ResourceType.INSTANCE_SET, action = Action.READ)
    @Operation(summary = "List instance sets, newest first")
    public Uni<Page<InstanceSetView>> list(@BeanParam InstanceSetFilter filter, @BeanParam PageRequest page) {
        return sets.list(current.get(), filter, page);
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.INSTANCE_SET, action = Action.READ)
    @Operation(summary = "Show an instance set")
    public Uni<RestResponse<InstanceSetView>> get(@PathParam("id") UUID id) {
        return sets.get(current.get(), id).map(Answers::of);
    }

    @PATCH
    @Path("{id}")
    @Requires(resource = ResourceType.INSTANCE_SET, action = Action.UPDATE)
    @Operation(summary = "Change or archive an instance set")
    public Uni<RestResponse<InstanceSetView>> change(
            @PathParam("id") UUID id, @NotNull @Valid ChangeInstanceSet command) {
        return sets.change(current.get(), id, command).map(Answers::of);
    }

    @DELETE
    @Path("{id}")
    @Requires(resource = ResourceType.INSTANCE_SET, action = Action.DELETE)
    @Refuses(conflict = "INSTANCE_SET_NOT_EMPTY")
    @Operation(summary = "Delete an instance set without members")
    public Uni<RestResponse<InstanceSetView>> delete(@PathParam("id") UUID id) {
        return sets.delete(current.get(), id).map(Answers::of);
    }
}
