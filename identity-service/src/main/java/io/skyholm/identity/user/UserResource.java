package io.skyholm.identity.user;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.identity.UserEvents;
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
import jakarta.ws.rs.PUT;
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

/** Users over HTTP. */
@Path("/v1/users")
@Tag(name = "Users", description = "The people of a tenant, each with an account, roles and a password.")
public class UserResource {

    private final Users users;
    private final CurrentCall current;
    private final ListWatch watch;

    UserResource(Users users, CurrentCall current, ListWatch watch) {
        this.users = users;
        this.current = current;
        this.watch = watch;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.USER, action = Action.CREATE)
    @Refuses(
            conflict = {"EMAIL_TAKEN", "USERNAME_TAKEN"},
            tooManyRequests = "MAIL_LIMIT_REACHED",
            shortOf = "QUOTA_EXCEEDED")
    @Operation(summary = "Create a user")
    public Uni<RestResponse<UserView>> create(@NotNull @Valid CreateUser command) {
        return users.create(current.get(), command).map(user -> Answers.created(user, "/v1/users/" + user.id()));
    }

    @GET
    @Requires(resource = ResourceType.USER, action = Action.READ)
    @Operation(summary = "List users, newest first")
    public Uni<Page<UserView>> list(@BeanParam UserFilter filter, @BeanParam PageRequest page) {
        return users.list(current.get(), filter, page);
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.USER, action = Action.READ)
    @Operation(summary = "Watch the list of users", description = ListWatch.DESCRIPTION)
    public Multi<OutboundSseEvent> watchList(
            @BeanParam UserFilter filter, @BeanParam ResumeAfter resume, @Context Sse sse) {
        Call call = current.get();
        return watch.changes(
                sse, resume, WatchedList.of(UserEvents.CHANGED, rows -> users.list(call, filter, rows), UserView::id));
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.USER, action = Action.READ)
    @Operation(summary = "Show a user")
    public Uni<RestResponse<UserView>> get(@PathParam("id") UUID id) {
        return users.get(current.get(), id).map(Answers::of);
    }

    @PATCH
    @Path("{id}")
    @Requires(resource = ResourceType.USER, action = Action.UPDATE)
    @Refuses(conflict = {"EMAIL_TAKEN", "LAST_ADMINISTRATOR"})
    @Operation(summary = "Change a user")
    public Uni<RestResponse<UserView>> change(@PathParam("id") UUID id, @NotNull @Valid ChangeUser command) {
        return users.change(current.get(), id, command).map(Answers::of);
    }

    @PUT
    @Path("{id}/password")
    @Requires(resource = ResourceType.USER, action = Action.UPDATE)
    @Operation(summary = "Set a user's password")
    public Uni<RestResponse<UserView>> setPassword(@PathParam("id") UUID id, @NotNull @Valid SetPassword command) {
        return users.setPassword(current.get(), id, command).map(Answers::of);
    }

    @DELETE
    @Path("{id}")
    @Requires(resource = ResourceType.USER, action = Action.DELETE)
    @Refuses(conflict = "LAST_ADMINISTRATOR")
    @Operation(summary = "Delete a user")
    public Uni<RestResponse<UserView>> delete(@PathParam("id") UUID id) {
        return users.delete(current.get(), id).map(Answers::of);
    }
}
