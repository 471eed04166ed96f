package io.skyholm.compute.instance;

import io.skyholm.compute.operation.Accepted;
import io.skyholm.compute.operation.OperationView;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.compute.OperationKind;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What instances are told to do, over HTTP. */
@Path("/v1/instances/{id}")
@Tag(name = "Instances")
public class InstanceActionResource {

    private final Instances instances;
    private final InitialPasswords passwords;
    private final CurrentCall current;

    InstanceActionResource(Instances instances, InitialPasswords passwords, CurrentCall current) {
        this.instances = instances;
        this.passwords = passwords;
        this.current = current;
    }

    @POST
    @Path("start")
    @Requires(resource = ResourceType.INSTANCE, action = Action.EXECUTE)
    @Operation(summary = "Start an instance")
    public Uni<RestResponse<OperationView>> start(@PathParam("id") UUID id) {
        return act(id, OperationKind.START);
    }

    @POST
    @Path("stop")
    @Requires(resource = ResourceType.INSTANCE, action = Action.EXECUTE)
    @Operation(summary = "Stop an instance: gracefully first, then by force; replaces a pending start")
    public Uni<RestResponse<OperationView>> stop(@PathParam("id") UUID id) {
        return act(id, OperationKind.STOP);
    }

    @POST
    @Path("restart")
    @Requires(resource = ResourceType.INSTANCE, action = Action.EXECUTE)
    @Operation(summary = "Restart an instance")
    public Uni<RestResponse<OperationView>> restart(@PathParam("id") UUID id) {
        return act(id, OperationKind.RESTART);
    }

    @POST
    @Path("suspend")
    @Requires(resource = ResourceType.INSTANCE, action = Action.EXECUTE)
    @Operation(summary = "Suspend an instance, keeping its memory")
    public Uni<RestResponse<OperationView>> suspend(@PathParam("id") UUID id) {
        return act(id, OperationKind.SUSPEND);
    }

    @POST
    @Path("resume")
    @Requires(resource = ResourceType.INSTANCE, action = Action.EXECUTE)
    @Operation(summary = "Resume a suspended instance")
    public Uni<RestResponse<OperationView>> resume(@PathParam("id") UUID id) {
        return act(id, OperationKind.RESUME);
    }

    @POST
    @Path("rebuild")
    @Requires(resource = ResourceType.INSTANCE, action = Action.UPDATE)
    @Operation(summary = "Rebuild an instance's disk from its image, another image or a template")
    public Uni<RestResponse<OperationView>> rebuild(@PathParam("id") UUID id, @NotNull @Valid RebuildInstance command) {
        return instances.rebuild(current.get(), id, command).map(Accepted::of);
    }

    @POST
    @Path("reset-password")
    @Requires(resource = ResourceType.INSTANCE, action = Action.EXECUTE)
    @Operation(summary = "Reset an instance's root password; a running instance restarts")
    public Uni<RestResponse<OperationView>> resetPassword(@PathParam("id") UUID id) {
        return passwords.reset(current.get(), id).map(Accepted::of);
    }

    private Uni<RestResponse<OperationView>> act(UUID id, OperationKind kind) {
        return instances.act(current.get(), id, kind).map(Accepted::of);
    }
}
