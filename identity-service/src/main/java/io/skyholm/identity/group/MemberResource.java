package io.skyholm.identity.group;

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

/** The members of groups over HTTP. */
@Path("/v1/groups/{id}/members")
@Tag(name = "Groups")
public class MemberResource {

    private final Members members;
    private final CurrentCall current;

    MemberResource(Members members, CurrentCall current) {
        this.members = members;
        this.current = current;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.USER_GROUP, action = Action.UPDATE)
    @Refuses(conflict = "ALREADY_A_MEMBER")
    @Operation(summary = "Add a user to a group")
    public Uni<RestResponse<MemberView>> add(@PathParam("id") UUID id, @NotNull @Valid AddMember command) {
        return members.add(current.get(), new AddMember.To(id, command.userId()))
                .map(member -> Answers.created(
                        member, "/v1/groups/" + id + "/members/" + member.userId(), member.generation()));
    }

    @GET
    @Requires(resource = ResourceType.USER_GROUP, action = Action.READ)
    @Operation(summary = "List the members of a group, newest first")
    public Uni<Page<MemberView>> list(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        return members.list(current.get(), id, page);
    }

    @DELETE
    @Path("{userId}")
    @Requires(resource = ResourceType.USER_GROUP, action = Action.UPDATE)
    @Operation(summary = "Remove a user from a group")
    public Uni<RestResponse<MemberView>> remove(@PathParam("id") UUID id, @PathParam("userId") UUID userId) {
        return members.remove(current.get(), id, userId).map(member -> Answers.of(member, member.generation()));
    }
}
