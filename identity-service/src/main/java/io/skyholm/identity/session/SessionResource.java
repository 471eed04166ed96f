package io.skyholm.identity.session;

import io.skyholm.events.access.ResourceType;
import io.skyholm.events.identity.SessionEvents;
import io.skyholm.runtime.access.Authenticated;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Sessions over HTTP. */
@Path("/v1/sessions")
@Tag(name = "Sessions", description = "What began with logins, whether it goes on or has ended, and how it is ended.")
public class SessionResource {

    private final Sessions sessions;
    private final CurrentCall current;
    private final ListWatch watch;

    SessionResource(Sessions sessions, CurrentCall current, ListWatch watch) {
        this.sessions = sessions;
        this.current = current;
        this.watch = watch;
    }

    @GET
    @Authenticated(
            resource = ResourceType.SESSION,
            because = "whoever has logged in sees their own sessions; others', and with a key all, need SESSION:READ")
    @Refuses(forbidden = "FORBIDDEN")
    @Operation(summary = "List the caller's sessions, or with SESSION:READ those of all users")
    public Uni<Page<SessionView>> list(@BeanParam SessionFilter filter, @BeanParam PageRequest page) {
        return sessions.list(current.get(), filter, page);
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Authenticated(
            resource = ResourceType.SESSION,
            because = "whoever has logged in sees their own sessions; others', and with a key all, need SESSION:READ")
    @Refuses(forbidden = "FORBIDDEN")
    @Operation(summary = "Watch the list of sessions", description = ListWatch.DESCRIPTION)
    public Multi<OutboundSseEvent> watchList(
            @BeanParam SessionFilter filter, @BeanParam ResumeAfter resume, @Context Sse sse) {
        Call call = current.get();
        SessionAccess.checkSees(call.caller());
        return watch.changes(
                sse,
                resume,
                WatchedList.of(SessionEvents.STARTED, rows -> sessions.list(call, filter, rows), SessionView::id)
                        .seenWholeBy(caller -> SessionAccess.only(caller) == null));
    }

    @GET
    @Path("{id}")
    @Authenticated(
            resource = ResourceType.SESSION,
            because = "whoever has logged in sees their own sessions; others', and with a key all, need SESSION:READ")
    @Refuses(forbidden = "FORBIDDEN")
    @Operation(summary = "Show a session")
    public Uni<RestResponse<SessionView>> get(@PathParam("id") UUID id) {
        return sessions.get(current.get(), id).map(Answers::of);
    }

    @DELETE
    @Path("{id}")
    @Authenticated(
            resource = ResourceType.SESSION,
            because = "whoever has logged in ends their own sessions; others', and with a key all, need SESSION:DELETE")
    @Refuses(forbidden = "FORBIDDEN")
    @Operation(summary = "End a session; its tokens are no longer accepted")
    public Uni<RestResponse<SessionView>> end(@PathParam("id") UUID id) {
        return sessions.end(current.get(), id).map(Answers::of);
    }

    @DELETE
    @Authenticated(
            resource = ResourceType.SESSION,
            because = "whoever has logged in ends their own sessions; others', and with a key all, need SESSION:DELETE")
    @Refuses(forbidden = "FORBIDDEN", notFound = "NOT_FOUND")
    @Operation(summary = "End all sessions of a user, by default the caller's own")
    public Uni<EndedSessions> endAll(@QueryParam("userId") @Nullable UUID userId) {
        return sessions.endAll(current.get(), userId);
    }
}
