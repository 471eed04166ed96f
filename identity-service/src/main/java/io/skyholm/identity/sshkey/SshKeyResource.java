package io.skyholm.identity.sshkey;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.contract.Refuses;
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

/** SSH keys over HTTP. */
@Path("/v1/ssh-keys")
@Tag(name = "SSH keys", description = "Public keys with which users log in to their instances.")
public class SshKeyResource {

    private final SshKeys keys;
    private final CurrentCall current;

    SshKeyResource(SshKeys keys, CurrentCall current) {
        this.keys = keys;
        this.current = current;
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
