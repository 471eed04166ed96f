package io.skyholm.network.subnet;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.network.SubnetEvents;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.contract.Refuses;
import io.skyholm.runtime.http.Answers;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.streams.ListWatch;
import io.skyholm.streams.ResumeAfter;
import io.skyholm.streams.WatchedList;
import io.smallrye.mutiny.Multi;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
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
    private final ListWatch watch;

    SubnetResource(Subnets subnets, CurrentCall current, ListWatch watch) {
        this.subnets = subnets;
        this.current = current;
        this.watch = watch;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.NETWORK, action = Action.CREATE)
    @Refuses(
            conflict = {"SUBNET_OVERLAPS", "VLAN_TAKEN", "VPC_DISABLED", "VPC_FULL"},
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
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.NETWORK, action = Action.READ)
    @Operation(summary = "Watch the list of subnets", description = ListWatch.DESCRIPTION)
    public Multi<OutboundSseEvent> watchList(
            @BeanParam SubnetFilter filter, @BeanParam ResumeAfter resume, @Context Sse sse) {
        Call call = current.get();
        return watch.changes(
                sse,
                resume,
                WatchedList.of(SubnetEvents.CHANGED, rows -> subnets.list(call, filter, rows), SubnetView::id));
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
