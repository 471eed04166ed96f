package io.skyholm.network.securitygroup;

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

/** Security groups over HTTP. */
@Path("/v1/security-groups")
@Tag(name = "Security groups", description = "Firewall rules that are applied to ports.")
public class SecurityGroupResource {

    private final SecurityGroups securityGroups;
    private final CurrentCall current;

    SecurityGroupResource(SecurityGroups securityGroups, CurrentCall current) {
        this.securityGroups = securityGroups;
        this.current = current;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.SECURITY_GROUP, action = Action.CREATE)
    @Refuses(
            conflict = {"SECURITY_GROUP_NAME_TAKEN", "SECURITY_GROUP_DEFAULT"},
            shortOf = "QUOTA_EXCEEDED")
    @Operation(summary = "Create a security group")
    public Uni<RestResponse<SecurityGroupView>> create(@NotNull @Valid CreateSecurityGroup command) {
        return securityGroups
                .create(current.get(), command)
                .map(group -> Answers.created(group, "/v1/security-groups/" + group.id()));
    }

    @GET
    @Requires(resource = ResourceType.SECURITY_GROUP, action = Action.READ)
    @Operation(summary = "List security groups, newest first")
    public Uni<Page<SecurityGroupView>> list(@BeanParam SecurityGroupFilter filter, @BeanParam PageRequest page) {
        return securityGroups.list(current.get(), filter, page);
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.SECURITY_GROUP, action = Action.READ)
    @Operation(summary = "Show a security group")
    public Uni<RestResponse<SecurityGroupView>> get(@PathParam("id") UUID id) {
        return securityGroups.get(current.get(), id).map(Answers::of);
    }

    @PATCH
    @Path("{id}")
    @Requires(resource = ResourceType.SECURITY_GROUP, action = Action.UPDATE)
    @Refuses(conflict = {"SECURITY_GROUP_NAME_TAKEN", "SECURITY_GROUP_DEFAULT"})
    @Operation(summary = "Change a security group")
    public Uni<RestResponse<SecurityGroupView>> change(
            @PathParam("id") UUID id, @NotNull @Valid ChangeSecurityGroup command) {
        return securityGroups.change(current.get(), id, command).map(Answers::of);
    }

    @DELETE
    @Path("{id}")
    @Requires(resource = ResourceType.SECURITY_GROUP, action = Action.DELETE)
    @Refuses(conflict = "SECURITY_GROUP_IN_USE")
    @Operation(summary = "Delete a security group")
    public Uni<RestResponse<SecurityGroupView>> delete(@PathParam("id") UUID id) {
        return securityGroups.delete(current.get(), id).map(Answers::of);
    }
}
