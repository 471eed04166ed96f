package io.skyholm.storage.transfer;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.storage.TransferEvents;
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
import jakarta.ws.rs.Consumes;
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

/** Offers of storage to other tenants over HTTP. */
@Path("/v1/storage-transfers")
@Tag(
        name = "Storage transfers",
        description = "Disks and images that a tenant offers to another, which has them from when it accepts.")
public class StorageTransferResource {

    private final StorageTransfers transfers;
    private final TransferAnswers answers;
    private final CurrentCall current;
    private final ListWatch watch;

    StorageTransferResource(StorageTransfers transfers, TransferAnswers answers, CurrentCall current, ListWatch watch) {
        this.transfers = transfers;
        this.answers = answers;
        this.current = current;
        this.watch = watch;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.TRANSFER, action = Action.CREATE)
    @NotUnderGrant(because = "it gives away what is the tenant's, and shows a secret")
    @Refuses(
            conflict = {
                "TRANSFER_PENDING",
                "TRANSFERS_TOO_OFTEN",
                "TRANSFER_TOO_LARGE",
                "DELETION_PROTECTED",
                "DISK_IS_DELETED",
                "DISK_NOT_AVAILABLE",
                "DISK_ATTACHED",
                "DISK_BOOTS_INSTANCE",
                "DISK_BEING_COPIED",
                "DISK_BEING_MOVED",
                "SNAPSHOT_NOT_AVAILABLE",
                "SNAPSHOT_IN_USE",
                "BACKUP_NOT_AVAILABLE",
                "BACKUP_IN_USE",
                "IMAGE_IS_DELETED",
                "IMAGE_NOT_PRIVATE",
                "IMAGE_BOOTS_INSTANCES",
                "VERSION_IS_DELETED",
                "VERSION_RECEIVES_BYTES"
            },
            shortOf = "QUOTA_EXCEEDED")
    @Operation(
            summary = "Offer a disk or an image to another tenant",
            description =
                    "A disk goes with its snapshots and their schedules and with the backups that were made of it, an image with its"
                            + " versions and tags. It stays yours, and can be used, until it is accepted. Without a toTenantId"
                            + " the answer shows a key, once: whoever has it and the id accepts. The caller also has to be allowed"
                            + " to delete what they offer.")
    public Uni<RestResponse<StorageTransferView>> create(@NotNull @Valid OfferStorage command) {
        return transfers
                .offer(current.get(), command)
                .map(transfer -> Answers.created(transfer, "/v1/storage-transfers/" + transfer.id()));
    }

    @GET
    @Requires(resource = ResourceType.TRANSFER, action = Action.READ)
    @Operation(
            summary = "List storage transfers, newest first",
            description =
                    "Those that your tenant offers, and with your tenant as toTenantId those that are offered to it.")
    public Uni<Page<StorageTransferView>> list(@BeanParam StorageTransferFilter filter, @BeanParam PageRequest page) {
        return transfers.list(current.get(), filter, page);
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.TRANSFER, action = Action.READ)
    @Operation(summary = "Watch the list of storage transfers", description = ListWatch.DESCRIPTION)
    public Multi<OutboundSseEvent> watchList(
            @BeanParam StorageTransferFilter filter, @BeanParam ResumeAfter resume, @Context Sse sse) {
        Call call = current.get();
        return watch.changes(
                sse,
                resume,
                WatchedList.of(
                        TransferEvents.OFFERED, rows -> transfers.list(call, filter, rows), StorageTransferView::id));
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.TRANSFER, action = Action.READ)
    @Operation(summary = "Show a storage transfer")
    public Uni<RestResponse<StorageTransferView>> get(@PathParam("id") UUID id) {
        return transfers.get(current.get(), id).map(Answers::of);
    }

    /** A record of one text could also be made of a text, which nobody has described. */
    @POST
    @Path("{id}/accept")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(resource = ResourceType.TRANSFER, action = Action.UPDATE)
    @NotUnderGrant(because = "it takes on what the tenant pays for, and takes a secret")
    @Refuses(
            conflict = {
                "TRANSFER_NOT_PENDING",
                "TRANSFER_IS_OWN",
                "TRANSFER_NOT_GRANTED",
                "TRANSFER_RESOURCE_GONE",
                "TRANSFER_HAS_GROWN",
                "TRANSFER_NOT_POSSIBLE_NOW",
                "IMAGE_NAME_TAKEN",
                "SPENDING_LIMIT_REACHED"
            },
            shortOf = {"INSUFFICIENT_FUNDS", "QUOTA_EXCEEDED"})
    @Operation(
            summary = "Accept a storage transfer",
            description =
                    "All of it becomes your tenant's at one moment, and counts in your quotas and not in the other's; or nothing"
                            + " does. It never takes more than `counts` says. After five wrong keys the offer is CANCELLED. The caller"
                            + " also has to be allowed to create such things.")
    public Uni<RestResponse<StorageTransferView>> accept(
            @PathParam("id") UUID id, @NotNull @Valid AcceptStorage command) {
        return answers.accept(current.get(), id, command).map(Answers::of);
    }

    @POST
    @Path("{id}/decline")
    @Requires(resource = ResourceType.TRANSFER, action = Action.UPDATE)
    @Refuses(conflict = {"TRANSFER_NOT_PENDING", "TRANSFER_IS_OWN"})
    @Operation(summary = "Decline a storage transfer", description = "For the tenant that it names.")
    public Uni<RestResponse<StorageTransferView>> decline(@PathParam("id") UUID id) {
        return answers.decline(current.get(), id).map(Answers::of);
    }

    @DELETE
    @Path("{id}")
    @Requires(resource = ResourceType.TRANSFER, action = Action.DELETE)
    @Refuses(conflict = "TRANSFER_NOT_PENDING")
    @Operation(summary = "Cancel a storage transfer", description = "For the tenant that offers it.")
    public Uni<RestResponse<StorageTransferView>> cancel(@PathParam("id") UUID id) {
        return transfers.cancel(current.get(), id).map(Answers::of);
    }
}
