package io.skyholm.identity.sshkey;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.identity.SshKeyEvents;
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

/** SSH keys over HTTP. */
@Path("/v1/ssh-keys")
@Tag(name = "SSH keys", description = "Public keys with which users log in to their instances.")
public class SshKeyResource {

    private final SshKeys keys;
    private final CurrentCall current;
    private final ListWatch watch;

    SshKeyResource(SshKeys keys, CurrentCall current, ListWatch watch) {
        this.keys = keys;
        this.current = current;
        this.watch = watch;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.SSH_KEY, action = Action.CREATE)
    @Refuses(conflict = "SSH_KEY_KNOWN", shortOf = "QUOTA_EXCEEDED")
    @Operation(summary = "Add a public key")
    public Uni<RestResponse<SshKeyView>> create(@NotNull @Valid AddSshKey command) {
        return keys.add(current.get(), command).map(key -> Answers.created(key, "/v1/ssh-keys/" + key.id()));
    }

    @GET
    @Requires(resource = ResourceType.SSH_KEY, action = Action.READ)
    @Operation(summary = "List SSH keys, newest first")
    public Uni<Page<SshKeyView>> list(@BeanParam SshKeyFilter filter, @BeanParam PageRequest page) {
        return keys.list(current.get(), filter, page);
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.SSH_KEY, action = Action.READ)
    @Operation(summary = "Watch the list of SSH keys", description = ListWatch.DESCRIPTION)
    public Multi<OutboundSseEvent> watchList(
            @BeanParam SshKeyFilter filter, @BeanParam ResumeAfter resume, @Context Sse sse) {
        Call call = current.get();
        return watch.changes(
                sse,
                resume,
                WatchedList.of(SshKeyEvents.CREATED, rows -> keys.list(call, filter, rows), SshKeyView::id)
                        .seenWholeBy(caller -> SshKeyAccess.only(caller) == null));
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.SSH_KEY, action = Action.READ)
    @Operation(summary = "Show an SSH key")
    public Uni<RestResponse<SshKeyView>> get(@PathParam("id") UUID id) {
        return keys.get(current.get(), id).map(Answers::of);
    }

    @DELETE
    @Path("{id}")
    @Requires(resource = ResourceType.SSH_KEY, action = Action.DELETE)
    @Operation(summary = "Delete an SSH key")
    public Uni<RestResponse<SshKeyView>> delete(@PathParam("id") UUID id) {
        return keys.delete(current.get(), id).map(Answers::of);
    }
}
