package io.skyholm.identity.session;

import io.skyholm.runtime.access.Authenticated;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.contract.Refuses;
import io.skyholm.runtime.http.Answers;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Sessions over HTTP. */
@Path("/v1/sessions")
@Tag(name = "Sessions", description = "Logins that are still in force, and how they are ended.")
public class SessionResource {

    private final Sessions sessions;
    private final CurrentCall current;

    SessionResource(Sessions sessions, CurrentCall current) {
        this.sessions = sessions;
        this.current = current;
    }

    @GET
    @Authenticated(because = "everybody sees their own sessions; SESSION:READ shows others' too")
    @Operation(summary = "List the caller's sessions, or with SESSION:READ those of all users")
    public Uni<Page<SessionView>> list(@BeanParam SessionFilter filter, @BeanParam PageRequest page) {
        return sessions.list(current.get(), filter, page);
    }

    @GET
    @Path("{id}")
    @Authenticated(because = "everybody sees their own sessions; SESSION:READ shows others' too")
    @Operation(summary = "Show a session")
    public Uni<RestResponse<SessionView>> get(@PathParam("id") UUID id) {
        return sessions.get(current.get(), id).map(Answers::of);
    }

    @DELETE
    @Path("{id}")
    @Authenticated(because = "everybody ends their own sessions; others' need SESSION:DELETE")
    @Operation(summary = "End a session; its tokens are no longer accepted")
    public Uni<RestResponse<SessionView>> end(@PathParam("id") UUID id) {
        return sessions.end(current.get(), id).map(Answers::of);
    }

    @DELETE
    @Authenticated(because = "everybody ends their own sessions; others' need SESSION:DELETE")
    @Refuses(forbidden = "FORBIDDEN", notFound = "NOT_FOUND")
    @Operation(summary = "End all sessions of a user, by default the caller's own")
    public Uni<EndedSessions> endAll(@QueryParam("userId") @Nullable UUID userId) {
        return sessions.endAll(current.get(), userId);
    }
}
