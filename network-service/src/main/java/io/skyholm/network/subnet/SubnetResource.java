package io.skyholm.network.subnet;

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

/** Subnets over HTTP. */
@Path("/v1/subnets")
@Tag(name = "Subnets", description = "Address ranges within a VPC, from which instances get their addresses.")
public class SubnetResource {

    private final Subnets subnets;
    private final CurrentCall current;

    SubnetResource(Subnets subnets, CurrentCall current) {
        this.subnets = subnets;
        this.current = current;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.NETWORK, action = Action.CREATE)
    @Refuses(
            conflict = {"SUBNET_OVERLAPS", "VLAN_TAKEN"},
            shortOf = {"QUOTA_EXCEEDED", "VLANS_EXHAUSTED"})
    @Operation(summary = "Create a subnet")
    public Uni<RestResponse<SubnetView>> create(@NotNull @Valid CreateSubnet command) {
        return subnets.create(current.get(), command)
                .map(subnet -> Answers.created(subnet, "/v1/subnets/" + subnet.id()));
    }

    @GET
    @Requires(resource = ResourceType.NETWORK, action = Action.READ)
    @Operation(summary = "List subnets, newest first")
    public Uni<Page<SubnetView>> list(@BeanParam SubnetFilter filter, @BeanParam PageRequest page) {
        return subnets.list(current.get(), filter, page);
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.NETWORK, action = Action.READ)
    @Operation(summary = "Show a subnet")
    public Uni<RestResponse<SubnetView>> get(@PathParam("id") UUID id) {
        return subnets.get(current.get(), id).map(Answers::of);
    }

    @PATCH
    @Path("{id}")
    @Requires(resource = ResourceType.NETWORK, action = Action.UPDATE)
    @Operation(summary = "Change a subnet")
    public Uni<RestResponse<SubnetView>> change(@PathParam("id") UUID id, @NotNull @Valid ChangeSubnet command) {
        return subnets.change(current.get(), id, command).map(Answers::of);
    }

    @DELETE
    @Path("{id}")
    @Requires(resource = ResourceType.NETWORK, action = Action.DELETE)
    @Refuses(conflict = "SUBNET_IN_USE")
    @Operation(summary = "Delete a subnet")
    public Uni<RestResponse<SubnetView>> delete(@PathParam("id") UUID id) {
        return subnets.delete(current.get(), id).map(Answers::of);
    }
}
