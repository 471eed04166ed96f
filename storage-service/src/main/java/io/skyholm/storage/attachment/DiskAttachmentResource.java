package io.skyholm.storage.attachment;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.storage.DiskAttachmentEvents;
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
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import org.jboss.resteasy.reactive.RestResponse;

/** Attachments over HTTP. */
@Path("/v1/disk-attachments")
@Tag(name = "Disk attachments", description = "Which instances have which disks, and where among their files.")
public class DiskAttachmentResource {

    private final DiskAttachments attachments;
    private final CurrentCall current;
    private final ListWatch watch;

    DiskAttachmentResource(DiskAttachments attachments, CurrentCall current, ListWatch watch) {
        this.attachments = attachments;
        this.current = current;
        this.watch = watch;
    }

    @GET
    @Requires(resource = ResourceType.STORAGE, action = Action.READ)
    @Operation(summary = "List disk attachments, newest first")
    public Uni<Page<DiskAttachmentView>> list(@BeanParam DiskAttachmentFilter filter, @BeanParam PageRequest page) {
        return attachments.list(current.get(), filter, page);
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.STORAGE, action = Action.READ)
    @Operation(summary = "Watch the list of disk attachments", description = ListWatch.DESCRIPTION)
    public Multi<OutboundSseEvent> watchList(
            @BeanParam DiskAttachmentFilter filter, @BeanParam ResumeAfter resume, @Context Sse sse) {
        Call call = current.get();
        return watch.changes(
                sse,
                resume,
                WatchedList.of(
                        DiskAttachmentEvents.CREATED,
                        rows -> attachments.list(call, filter, rows),
                        DiskAttachmentView::id));
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.STORAGE, action = Action.READ)
    @Operation(summary = "Show a disk attachment")
    public Uni<RestResponse<DiskAttachmentView>> get(@PathParam("id") UUID id) {
        return attachments.get(current.get(), id).map(Answers::of);
    }

    @DELETE
    @Path("{id}")
    @Requires(resource = ResourceType.STORAGE, action = Action.UPDATE)
    @Refuses(conflict = {"ATTACHMENT_IS_DETACHING", "INSTANCE_BUSY"})
    @Operation(
            summary = "Detach a disk from its instance",
            description = "It is DETACHING until the host has shown that the instance does not have the disk, and then"
                    + " DETACHED.")
    public Uni<RestResponse<DiskAttachmentView>> delete(@PathParam("id") UUID id) {
        return attachments.detach(current.get(), id).map(Answers::of);
    }
}
