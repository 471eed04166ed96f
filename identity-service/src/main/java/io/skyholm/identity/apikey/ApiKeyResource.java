package io.skyholm.identity.apikey;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.identity.ApiKeyEvents;
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

/** API keys over HTTP. */
@Path("/v1/api-keys")
@Tag(
        name = "API keys",
        description = "Credentials of programs, with at most the permissions of the user who created them.")
public class ApiKeyResource {

    private final ApiKeys keys;
    private final CurrentCall current;
    private final ListWatch watch;

    ApiKeyResource(ApiKeys keys, CurrentCall current, ListWatch watch) {
        this.keys = keys;
        this.current = current;
        this.watch = watch;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.API_KEY, action = Action.CREATE)
    @Refuses(
            conflict = "USER_UNKNOWN",
            shortOf = {"QUOTA_EXCEEDED", "TOO_MANY_API_KEYS"})
    @Operation(summary = "Create an API key for the caller; the key is returned once")
    public Uni<RestResponse<ApiKeyView>> create(@NotNull @Valid CreateApiKey command) {
        return keys.create(current.get(), command).map(key -> Answers.created(key, "/v1/api-keys/" + key.id()));
    }

    @GET
    @Requires(resource = ResourceType.API_KEY, action = Action.READ)
    @Operation(summary = "List the caller's API keys, or the tenant's for those who manage them")
    public Uni<Page<ApiKeyView>> list(@BeanParam ApiKeyFilter filter, @BeanParam PageRequest page) {
        return keys.list(current.get(), filter, page);
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.API_KEY, action = Action.READ)
    @Operation(summary = "Watch the list of API keys", description = ListWatch.DESCRIPTION)
    public Multi<OutboundSseEvent> watchList(
            @BeanParam ApiKeyFilter filter, @BeanParam ResumeAfter resume, @Context Sse sse) {
        Call call = current.get();
        return watch.changes(
                sse,
                resume,
                WatchedList.of(ApiKeyEvents.CHANGED, rows -> keys.list(call, filter, rows), ApiKeyView::id)
                        .seenWholeBy(KeyAccess::seesAll));
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.API_KEY, action = Action.READ)
    @Operation(summary = "Show an API key")
    public Uni<RestResponse<ApiKeyView>> get(@PathParam("id") UUID id) {
        return keys.get(current.get(), id).map(Answers::of);
    }

    @PATCH
    @Path("{id}")
    @Requires(resource = ResourceType.API_KEY, action = Action.UPDATE)
    @Refuses(conflict = {"API_KEY_EXPIRED", "API_KEY_REVOKED"})
    @Operation(
            summary = "Change one of the caller's API keys: what it may be used for, from where and until when")
    public Uni<RestResponse<ApiKeyView>> change(@PathParam("id") UUID id, @NotNull @Valid ChangeApiKey command) {
        return keys.change(current.get(), id, command).map(Answers::of);
    }

    @DELETE
    @Path("{id}")
    @Requires(resource = ResourceType.API_KEY, action = Action.DELETE)
    @Operation(summary = "Revoke an API key permanently")
    public Uni<RestResponse<ApiKeyView>> revoke(@PathParam("id") UUID id) {
        return keys.revoke(current.get(), id).map(Answers::of);
    }
}
