package io.skyholm.identity.assignment;

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

/** Role assignments over HTTP. */
@Path("/v1/role-assignments")
@Tag(name = "Role assignments", description = "Which user holds which role.")
public class RoleAssignmentResource {

    private final RoleAssignments assignments;
    private final CurrentCall current;

    RoleAssignmentResource(RoleAssignments assignments, CurrentCall current) {
        this.assignments = assignments;
        this.current = current;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.USER, action = Action.UPDATE)
    @Refuses(conflict = {"ROLE_ALREADY_HELD", "TOO_MANY_LIMITED_ROLES"})
    @Operation(summary = "Assign a role to a user")
    public Uni<RestResponse<RoleAssignmentView>> create(@NotNull @Valid AssignRole command) {
        return assignments
                .create(current.get(), command)
                .map(assignment -> Answers.created(
                        assignment, "/v1/role-assignments/" + assignment.id(), RoleAssignments.NEVER_CHANGED));
    }

    @GET
    @Requires(resource = ResourceType.ROLE, action = Action.READ)
    @Operation(summary = "List role assignments, newest first")
    public Uni<Page<RoleAssignmentView>> list(@BeanParam RoleAssignmentFilter filter, @BeanParam PageRequest page) {
        return assignments.list(current.get(), filter, page);
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.ROLE, action = Action.READ)
    @Operation(summary = "Show a role assignment")
    public Uni<RestResponse<RoleAssignmentView>> get(@PathParam("id") UUID id) {
        return assignments.get(current.get(), id).map(RoleAssignmentResource::answer);
    }

    @DELETE
    @Path("{id}")
    @Requires(resource = ResourceType.USER, action = Action.UPDATE)
    @Refuses(conflict = "LAST_ADMINISTRATOR")
    @Operation(summary = "Remove a role from a user")
    public Uni<RestResponse<RoleAssignmentView>> delete(@PathParam("id") UUID id) {
        return assignments.delete(current.get(), id).map(RoleAssignmentResource::answer);
    }

    private static RestResponse<RoleAssignmentView> answer(RoleAssignmentView assignment) {
        return Answers.of(assignment, RoleAssignments.NEVER_CHANGED);
    }
}
