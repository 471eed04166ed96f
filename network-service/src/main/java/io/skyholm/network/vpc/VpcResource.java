package io.skyholm.network.vpc;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.network.VpcEvents;
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

/** VPCs over HTTP. */
@Path("/v1/vpcs")
@Tag(name = "VPCs", description = "Private networks of tenants, apart from all others.")
public class VpcResource {

    private final Vpcs vpcs;
    private final CurrentCall current;
    private final ListWatch watch;

    VpcResource(Vpcs vpcs, CurrentCall current, ListWatch watch) {
        this.vpcs = vpcs;
        this.current = current;
        this.watch = watch;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.NETWORK, action = Action.CREATE)
    @Refuses(
            conflict = {"VPC_NAME_TAKEN", "VNI_TAKEN", "VLAN_TAKEN"},
            shortOf = {"QUOTA_EXCEEDED", "VLANS_EXHAUSTED"})
    @Operation(summary = "Create a VPC")
    public Uni<RestResponse<VpcView>> create(@NotNull @Valid CreateVpc command) {
        return vpcs.create(current.get(), command).map(vpc -> Answers.created(vpc, "/v1/vpcs/" + vpc.id()));
    }

    @GET
    @Requires(resource = ResourceType.NETWORK, action = Action.READ)
    @Operation(summary = "List VPCs, newest first")
    public Uni<Page<VpcView>> list(@BeanParam VpcFilter filter, @BeanParam PageRequest page) {
        return vpcs.list(current.get(), filter, page);
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.NETWORK, action = Action.READ)
    @Operation(summary = "Watch the list of VPCs", description = ListWatch.DESCRIPTION)
    public Multi<OutboundSseEvent> watchList(
            @BeanParam VpcFilter filter, @BeanParam ResumeAfter resume, @Context Sse sse) {
        Call call = current.get();
        return watch.changes(
                sse, resume, WatchedList.of(VpcEvents.CHANGED, rows -> vpcs.list(call, filter, rows), VpcView::id));
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.NETWORK, action = Action.READ)
    @Operation(summary = "Show a VPC")
    public Uni<RestResponse<VpcView>> get(@PathParam("id") UUID id) {
        return vpcs.get(current.get(), id).map(Answers::of);
    }

    @PATCH
    @Path("{id}")
    @Requires(resource = ResourceType.NETWORK, action = Action.UPDATE)
    @Refuses(conflict = "VPC_NAME_TAKEN")
    @Operation(summary = "Change a VPC")
    public Uni<RestResponse<VpcView>> change(@PathParam("id") UUID id, @NotNull @Valid ChangeVpc command) {
        return vpcs.change(current.get(), id, command).map(Answers::of);
    }

    @DELETE
    @Path("{id}")
    @Requires(resource = ResourceType.NETWORK, action = Action.DELETE)
    @Refuses(conflict = "VPC_NOT_EMPTY")
    @Operation(summary = "Delete a VPC")
    public Uni<RestResponse<VpcView>> delete(@PathParam("id") UUID id) {
        return vpcs.delete(current.get(), id).map(Answers::of);
    }
}
