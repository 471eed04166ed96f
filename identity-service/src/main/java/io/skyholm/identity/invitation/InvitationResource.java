package io.skyholm.identity.invitation;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.identity.InvitationEvents;
import io.skyholm.runtime.access.Open;
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

/** Invitations over HTTP. */
@Path("/v1/invitations")
@Tag(name = "Invitations", description = "Mails that ask a person to join a tenant.")
public class InvitationResource {

    private static final int CREATED = 201;

    private final Invitations invitations;
    private final Acceptances acceptances;
    private final CurrentCall current;
    private final ListWatch watch;

    InvitationResource(Invitations invitations, Acceptances acceptances, CurrentCall current, ListWatch watch) {
        this.invitations = invitations;
        this.acceptances = acceptances;
        this.current = current;
        this.watch = watch;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.USER, action = Action.CREATE)
    @Refuses(tooManyRequests = "MAIL_LIMIT_REACHED", shortOf = "QUOTA_EXCEEDED")
    @Operation(summary = "Invite a person to a tenant by mail")
    public Uni<RestResponse<InvitationView>> create(@NotNull @Valid Invite command) {
        return invitations
                .invite(current.get(), command)
                .map(invitation -> Answers.created(invitation, "/v1/invitations/" + invitation.id()));
    }

    @GET
    @Requires(resource = ResourceType.USER, action = Action.READ)
    @Operation(summary = "List invitations, newest first")
    public Uni<Page<InvitationView>> list(@BeanParam InvitationFilter filter, @BeanParam PageRequest page) {
        return invitations.list(current.get(), filter, page);
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.USER, action = Action.READ)
    @Operation(summary = "Watch the list of invitations", description = ListWatch.DESCRIPTION)
    public Multi<OutboundSseEvent> watchList(
            @BeanParam InvitationFilter filter, @BeanParam ResumeAfter resume, @Context Sse sse) {
        Call call = current.get();
        return watch.changes(
                sse,
                resume,
                WatchedList.of(
                        InvitationEvents.CREATED, rows -> invitations.list(call, filter, rows), InvitationView::id));
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.USER, action = Action.READ)
    @Operation(summary = "Show an invitation")
    public Uni<RestResponse<InvitationView>> get(@PathParam("id") UUID id) {
        return invitations.get(current.get(), id).map(Answers::of);
    }

    @DELETE
    @Path("{id}")
    @Requires(resource = ResourceType.USER, action = Action.CREATE)
    @Refuses(conflict = "INVITATION_NOT_PENDING")
    @Operation(summary = "Revoke a pending invitation")
    public Uni<RestResponse<InvitationView>> revoke(@PathParam("id") UUID id) {
        return invitations.revoke(current.get(), id).map(Answers::of);
    }

    @POST
    @Path("accept")
    @Open(because = "who is invited has no token yet")
    @ResponseStatus(CREATED)
    @Refuses(conflict = {"INVITATION_NOT_GRANTED", "TENANT_CLOSED", "USERNAME_TAKEN"})
    @Operation(summary = "Accept an invitation with a mailed token")
    public Uni<JoinedView> accept(@NotNull @Valid AcceptInvitation command) {
        return acceptances.accept(current.anonymous(), command);
    }
}
