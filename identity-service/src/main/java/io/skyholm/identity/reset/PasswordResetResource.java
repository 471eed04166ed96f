package io.skyholm.identity.reset;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.identity.PasswordResetEvents;
import io.skyholm.runtime.access.Open;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.call.CurrentCall;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Password resets over HTTP; a record of one text would be read from plain text too. */
@Path("/v1/password-resets")
@Tag(name = "Password resets", description = "How a person who forgot their password sets a new one.")
public class PasswordResetResource {

    private static final int ACCEPTED = 202;

    private final PasswordResets resets;
    private final CurrentCall current;
    private final ListWatch watch;

    PasswordResetResource(PasswordResets resets, CurrentCall current, ListWatch watch) {
        this.resets = resets;
        this.current = current;
        this.watch = watch;
    }

    @POST
    @Open(because = "who has forgotten their password has no token")
    @ResponseStatus(ACCEPTED)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Request a password reset by mail; the response does not reveal whether the account exists")
    public Uni<ResetAccepted> create(@NotNull @Valid AskReset command) {
        return resets.ask(current.anonymous(), command);
    }

    @POST
    @Path("confirm")
    @Open(because = "the mailed token proves who it is")
    @Operation(summary = "Set a new password with a mailed token")
    public Uni<PasswordSet> confirm(@NotNull @Valid ConfirmReset command) {
        return resets.confirm(current.anonymous(), command);
    }

    @GET
    @Requires(resource = ResourceType.USER, action = Action.MANAGE)
    @Operation(summary = "List password resets, newest first")
    public Uni<Page<PasswordResetView>> list(@BeanParam PasswordResetFilter filter, @BeanParam PageRequest page) {
        return resets.list(current.get(), filter, page);
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.USER, action = Action.MANAGE)
    @Operation(summary = "Watch the list of password resets", description = ListWatch.DESCRIPTION)
    public Multi<OutboundSseEvent> watchList(
            @BeanParam PasswordResetFilter filter, @BeanParam ResumeAfter resume, @Context Sse sse) {
        Call call = current.get();
        return watch.changes(
                sse,
                resume,
                WatchedList.of(
                        PasswordResetEvents.REQUESTED, rows -> resets.list(call, filter, rows), PasswordResetView::id));
    }
}
