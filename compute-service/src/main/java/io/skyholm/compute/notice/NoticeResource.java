package io.skyholm.compute.notice;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.compute.MaintenanceNoticeEvents;
import io.skyholm.operations.Accepted;
import io.skyholm.operations.OperationView;
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

/** Maintenance notices over HTTP. */
@Path("/v1/maintenance-notices")
@Tag(name = "Maintenance")
public class NoticeResource {

    private final Notices notices;
    private final CurrentCall current;
    private final ListWatch watch;

    NoticeResource(Notices notices, CurrentCall current, ListWatch watch) {
        this.notices = notices;
        this.current = current;
        this.watch = watch;
    }

    @GET
    @Requires(resource = ResourceType.INSTANCE, action = Action.READ)
    @Operation(summary = "List maintenance notices, newest first", description = "There is one for each instance.")
    public Uni<Page<NoticeView>> list(@BeanParam NoticeFilter filter, @BeanParam PageRequest page) {
        return notices.list(current.get(), filter, page);
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.INSTANCE, action = Action.READ)
    @Operation(summary = "Watch the list of maintenance notices", description = ListWatch.DESCRIPTION)
    public Multi<OutboundSseEvent> watchList(
            @BeanParam NoticeFilter filter, @BeanParam ResumeAfter resume, @Context Sse sse) {
        Call call = current.get();
        return watch.changes(
                sse,
                resume,
                WatchedList.of(
                        MaintenanceNoticeEvents.CHANGED, rows -> notices.list(call, filter, rows), NoticeView::id));
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.INSTANCE, action = Action.READ)
    @Operation(summary = "Show a maintenance notice")
    public Uni<RestResponse<NoticeView>> get(@PathParam("id") UUID id) {
        return notices.get(current.get(), id).map(Answers::of);
    }

    @PATCH
    @Path("{id}")
    @Requires(resource = ResourceType.INSTANCE, action = Action.EXECUTE)
    @Refuses(conflict = "MAINTENANCE_NOTICE_STATUS")
    @Operation(
            summary = "Choose when an instance moves before its machine's maintenance",
            description = "A running instance is stopped and then started on another machine.")
    public Uni<RestResponse<NoticeView>> change(@PathParam("id") UUID id, @NotNull @Valid ChangeNotice command) {
        return notices.choose(current.get(), id, command).map(Answers::of);
    }

    @POST
    @Path("{id}/move-now")
    @ResponseStatus(StatusCode.ACCEPTED)
    @Requires(resource = ResourceType.INSTANCE, action = Action.EXECUTE)
    @Refuses(conflict = {"INSTANCE_BUSY", "MAINTENANCE_NOTICE_STATUS", Refuses.MORE})
    @Operation(
            summary = "Move an instance to another machine now",
            description = "A running instance is stopped and then started on another machine. What keeps it"
                    + " where it is, as that nothing else has room, is said in a 409.")
    public Uni<RestResponse<OperationView>> moveNow(@PathParam("id") UUID id) {
        return notices.moveNow(current.get(), id).map(Accepted::of);
    }
}
