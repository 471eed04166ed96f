package io.skyholm.compute.transfer;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.compute.InstanceTransferEvents;
import io.skyholm.runtime.access.NotUnderGrant;
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

/** Offers of instances to other tenants over HTTP. */
@Path("/v1/instance-transfers")
@Tag(
        name = "Instance transfers",
        description =
                "Instances that a tenant offers to another, which has them with their disks and floating addresses once all is prepared.")
public class InstanceTransferResource {

    private final InstanceTransfers transfers;
    private final TransferAnswers answers;
    private final CurrentCall current;
    private final ListWatch watch;

    InstanceTransferResource(
            InstanceTransfers transfers, TransferAnswers answers, CurrentCall current, ListWatch watch) {
        this.transfers = transfers;
        this.answers = answers;
        this.current = current;
        this.watch = watch;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.TRANSFER, action = Action.CREATE)
    @NotUnderGrant(because = "it gives away what is the tenant's")
    @Refuses(
            conflict = {
                "TRANSFER_PENDING",
                "TRANSFERS_TOO_OFTEN",
                "INSTANCE_GIVING_BACK",
                "INSTANCE_IN_SET",
                "DELETION_PROTECTED"
            },
            shortOf = "QUOTA_EXCEEDED")
    @Operation(
            summary = "Offer an instance to another tenant",
            description =
                    "It goes with the disk that it boots from, the disks that are attached to it and the floating addresses of its ports;"
                            + " `counts` says how much that is once it is `ready`. It stays yours, and can be used, until it is"
                            + " accepted, and has to be stopped then. Its ports, security groups, schedule, SSH keys, script and"
                            + " user data stay behind. The caller also has to be allowed to delete instances and disks.")
    public Uni<RestResponse<InstanceTransferView>> create(@NotNull @Valid OfferInstance command) {
        return transfers
                .offer(current.get(), command)
                .map(transfer -> Answers.created(transfer, "/v1/instance-transfers/" + transfer.id()));
    }

    @GET
    @Requires(resource = ResourceType.TRANSFER, action = Action.READ)
    @Operation(
            summary = "List instance transfers, newest first",
            description =
                    "Those that your tenant offers, and with your tenant as toTenantId those that are offered to it.")
    public Uni<Page<InstanceTransferView>> list(@BeanParam InstanceTransferFilter filter, @BeanParam PageRequest page) {
        return transfers.list(current.get(), filter, page);
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.TRANSFER, action = Action.READ)
    @Operation(summary = "Watch the list of instance transfers", description = ListWatch.DESCRIPTION)
    public Multi<OutboundSseEvent> watchList(
            @BeanParam InstanceTransferFilter filter, @BeanParam ResumeAfter resume, @Context Sse sse) {
        Call call = current.get();
        return watch.changes(
                sse,
                resume,
                WatchedList.of(
                        InstanceTransferEvents.OFFERED,
                        rows -> transfers.list(call, filter, rows),
                        InstanceTransferView::id));
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.TRANSFER, action = Action.READ)
    @Operation(summary = "Show an instance transfer")
    public Uni<RestResponse<InstanceTransferView>> get(@PathParam("id") UUID id) {
        return transfers.get(current.get(), id).map(Answers::of);
    }

    @POST
    @Path("{id}/accept")
    @Requires(resource = ResourceType.TRANSFER, action = Action.UPDATE)
    @NotUnderGrant(because = "it takes on what the tenant pays for")
    @Refuses(
            conflict = {
                "TRANSFER_NOT_PENDING",
                "TRANSFER_IS_OWN",
                "TRANSFER_NOT_LOOKED_AT",
                "TRANSFER_NOT_GRANTED",
                "TRANSFER_RESOURCE_GONE",
                "TRANSFER_HAS_GROWN",
                "TRANSFER_NOT_POSSIBLE_NOW",
                "TRANSFER_IMAGE_NOT_YOURS",
                "SPENDING_LIMIT_REACHED"
            },
            shortOf = {"INSUFFICIENT_FUNDS", "QUOTA_EXCEEDED"})
    @Operation(
            summary = "Accept an instance transfer",
            description =
                    "It is PREPARING until all that have something of the instance have prepared, ten minutes at most, and then ACCEPTED:"
                            + " all of it is your tenant's at one moment. What cannot go leaves it PENDING, and `statusDetail` says"
                            + " why. It never takes more than `counts` says. The caller also has to be allowed to create instances"
                            + " and disks.")
    public Uni<RestResponse<InstanceTransferView>> accept(
            @PathParam("id") UUID id, @NotNull @Valid AcceptInstance command) {
        return answers.accept(current.get(), id, command).map(Answers::of);
    }

    @POST
    @Path("{id}/decline")
    @Requires(resource = ResourceType.TRANSFER, action = Action.UPDATE)
    @Refuses(conflict = {"TRANSFER_NOT_PENDING", "TRANSFER_IS_OWN"})
    @Operation(summary = "Decline an instance transfer", description = "For the tenant that it is offered to.")
    public Uni<RestResponse<InstanceTransferView>> decline(@PathParam("id") UUID id) {
        return answers.decline(current.get(), id).map(Answers::of);
    }

    @DELETE
    @Path("{id}")
    @Requires(resource = ResourceType.TRANSFER, action = Action.DELETE)
    @Refuses(conflict = "TRANSFER_NOT_PENDING")
    @Operation(summary = "Cancel an instance transfer", description = "For the tenant that offers it.")
    public Uni<RestResponse<InstanceTransferView>> cancel(@PathParam("id") UUID id) {
        return transfers.cancel(current.get(), id).map(Answers::of);
    }
}
