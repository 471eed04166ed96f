package io.skyholm.compute.join;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.http.Answers;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;

/** Join tokens over HTTP. */
@Path("/v1/join-tokens")
@Tag(name = "Joining", description = "How a new host registers itself, with a token that can be used once.")
public class JoinTokenResource {

    private final JoinTokens tokens;
    private final CurrentCall current;

    JoinTokenResource(JoinTokens tokens, CurrentCall current) {
        this.tokens = tokens;
        this.current = current;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.SERVER, action = Action.CREATE)
    @Operation(summary = "Create a join token for one host; the token is returned once")
    public Uni<RestResponse<JoinTokenView>> create(@NotNull @Valid CreateJoinToken command) {
        return tokens.create(current.get(), command)
                .map(token -> Answers.created(token, "/v1/join-tokens/" + token.id(), token.generation()));
    }

    @GET
    @Requires(resource = ResourceType.SERVER, action = Action.READ)
    @Operation(summary = "List join tokens, newest first")
    public Uni<Page<JoinTokenView>> list(@BeanParam JoinTokenFilter filter, @BeanParam PageRequest page) {
        return tokens.list(current.get(), filter, page);
    }

    @DELETE
    @Path("{id}")
    @Requires(resource = ResourceType.SERVER, action = Action.DELETE)
    @Operation(summary = "Revoke a join token; a machine that already joined stays")
    public Uni<RestResponse<JoinTokenView>> revoke(@PathParam("id") UUID id) {
        return tokens.revoke(current.get(), id).map(token -> Answers.of(token, token.generation()));
    }
}
