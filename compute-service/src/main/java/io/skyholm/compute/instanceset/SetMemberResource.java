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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;

/** The members of instance sets over HTTP. */
@Path("/v1/instance-sets/{id}/members")
@Tag(name = "Instance sets")
public class SetMemberResource {

    private final SetMembers members;
    private final CurrentCall current;

    SetMemberResource(SetMembers members, CurrentCall current) {
        this.members = members;
        this.current = current;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.INSTANCE_SET, action = Action.UPDATE)
    @Refuses(conflict = {"ALREADY_A_MEMBER", "INSTANCE_SET_ARCHIVED"})
    @Operation(summary = "Add an instance to a set")
    public Uni<RestResponse<SetMemberView>> add(@PathParam("id") UUID id, @NotNull @Valid AddSetMember command) {
        return members.add(current.get(), id, command)
                .map(member -> Answers.created(
                        member, "/v1/instance-sets/" + id + "/members/" + member.instanceId(), member.generation()));
    }

    @GET
    @Requires(resource = ResourceType.INSTANCE_SET, action = Action.READ)
    @Operation(summary = "List the members of a set, newest first")
    public Uni<Page<SetMemberView>> list(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        return members.list(current.get(), id, page);
    }

    @DELETE
    @Path("{instanceId}")
    @Requires(resource = ResourceType.INSTANCE_SET, action = Action.UPDATE)
    @Refuses(conflict = "PLACED_FOR_SET")
    @Operation(summary = "Remove an instance from a set")
    public Uni<RestResponse<SetMemberView>> remove(@PathParam("id") UUID id, @PathParam("instanceId") UUID instanceId) {
        return members.remove(current.get(), id, instanceId).map(member -> Answers.of(member, member.generation()));
    }
}
