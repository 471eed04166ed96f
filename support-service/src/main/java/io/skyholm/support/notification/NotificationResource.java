package io.skyholm.support.notification;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.support.NotificationEvents;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.call.CurrentCall;
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

/** What the caller is told, over HTTP. */
@Path("/v1/notifications")
@Tag(name = "Notifications", description = "What the caller is told of what happened.")
public class NotificationResource {

    private final Notifications notifications;
    private final CurrentCall current;
    private final ListWatch watch;

    NotificationResource(Notifications notifications, CurrentCall current, ListWatch watch) {
        this.notifications = notifications;
        this.current = current;
        this.watch = watch;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.NOTIFICATION, action = Action.CREATE)
    @Operation(summary = "Tell somebody something")
    public Uni<RestResponse<NotificationView>> create(@NotNull @Valid CreateNotification command) {
        return notifications
                .create(current.get(), command)
                .map(notification -> Answers.created(notification, "/v1/notifications/" + notification.id()));
    }

    @GET
    @Requires(resource = ResourceType.NOTIFICATION, action = Action.READ)
    @Operation(summary = "List what you were told, newest first")
    public Uni<Page<NotificationView>> list(@BeanParam NotificationFilter filter, @BeanParam PageRequest page) {
        return notifications.list(current.get(), filter, page);
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.NOTIFICATION, action = Action.READ)
    @Operation(summary = "Watch what you are told", description = ListWatch.DESCRIPTION)
    public Multi<OutboundSseEvent> watchList(
            @BeanParam NotificationFilter filter, @BeanParam ResumeAfter resume, @Context Sse sse) {
        Call call = current.get();
        return watch.changes(
                sse,
                resume,
                WatchedList.of(
                        NotificationEvents.CREATED,
                        rows -> notifications.list(call, filter, rows),
                        NotificationView::id));
    }

    @GET
    @Path("unread")
    @Requires(resource = ResourceType.NOTIFICATION, action = Action.READ)
    @Operation(summary = "Count what you have not read")
    public Uni<UnreadView> unread() {
        return notifications.unread(current.get());
    }

    @POST
    @Path("read")
    @Requires(resource = ResourceType.NOTIFICATION, action = Action.UPDATE)
    @Operation(summary = "Note that you have read all of it")
    public Uni<UnreadView> readAll() {
        return notifications.readAll(current.get());
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.NOTIFICATION, action = Action.READ)
    @Operation(summary = "Show a notification")
    public Uni<RestResponse<NotificationView>> get(@PathParam("id") UUID id) {
        return notifications.get(current.get(), id).map(Answers::of);
    }

    @POST
    @Path("{id}/read")
    @Requires(resource = ResourceType.NOTIFICATION, action = Action.UPDATE)
    @Operation(summary = "Note that you have read a notification")
    public Uni<RestResponse<NotificationView>> read(@PathParam("id") UUID id) {
        return notifications.read(current.get(), id).map(Answers::of);
    }
}
