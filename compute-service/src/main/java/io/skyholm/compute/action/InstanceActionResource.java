package io.skyholm.compute.action;

import io.skyholm.compute.instance.RebuildInstance;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.operation.OperationKind;
import io.skyholm.operations.Accepted;
import io.skyholm.operations.OperationView;
import io.skyholm.runtime.access.NotUnderGrant;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.contract.Refuses;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;

/** What instances are told to do, over HTTP. */
@Path("/v1/instances")
@Tag(name = "Instances")
public class InstanceActionResource {

    private final InstanceActions actions;
    private final InitialPasswords passwords;
    private final CurrentCall current;

    InstanceActionResource(InstanceActions actions, InitialPasswords passwords, CurrentCall current) {
        this.actions = actions;
        this.passwords = passwords;
        this.current = current;
    }

    @POST
    @Path("{id}/start")
    @ResponseStatus(StatusCode.ACCEPTED)
    @Requires(resource = ResourceType.INSTANCE, action = Action.EXECUTE)
    @Refuses(
            conflict = {"INSTANCE_BUSY", "INSTANCE_GIVING_BACK", "INSTANCE_STATUS", "SPENDING_LIMIT_REACHED"},
            shortOf = {"INSUFFICIENT_FUNDS", "QUOTA_EXCEEDED"})
    @Operation(summary = "Start an instance")
    public Uni<RestResponse<OperationView>> start(@PathParam("id") UUID id) {
        return act(id, OperationKind.START);
    }

    @POST
    @Path("{id}/stop")
    @ResponseStatus(StatusCode.ACCEPTED)
    @Requires(resource = ResourceType.INSTANCE, action = Action.EXECUTE)
    @Refuses(conflict = {"INSTANCE_BUSY", "INSTANCE_GIVING_BACK", "INSTANCE_STATUS"})
    @Operation(summary = "Stop an instance: gracefully first, then by force; replaces a pending start")
    public Uni<RestResponse<OperationView>> stop(@PathParam("id") UUID id) {
        return act(id, OperationKind.STOP);
    }

    @POST
    @Path("{id}/restart")
    @ResponseStatus(StatusCode.ACCEPTED)
    @Requires(resource = ResourceType.INSTANCE, action = Action.EXECUTE)
    @Refuses(
            conflict = {"INSTANCE_BUSY", "INSTANCE_GIVING_BACK", "INSTANCE_STATUS"},
            shortOf = "QUOTA_EXCEEDED")
    @Operation(summary = "Restart an instance")
    public Uni<RestResponse<OperationView>> restart(@PathParam("id") UUID id) {
        return act(id, OperationKind.RESTART);
    }

    @POST
    @Path("{id}/suspend")
    @ResponseStatus(StatusCode.ACCEPTED)
    @Requires(resource = ResourceType.INSTANCE, action = Action.EXECUTE)
    @Refuses(conflict = {"INSTANCE_BUSY", "INSTANCE_GIVING_BACK", "INSTANCE_STATUS"})
    @Operation(summary = "Suspend an instance, keeping its memory")
    public Uni<RestResponse<OperationView>> suspend(@PathParam("id") UUID id) {
        return act(id, OperationKind.SUSPEND);
    }

    @POST
    @Path("{id}/resume")
    @ResponseStatus(StatusCode.ACCEPTED)
    @Requires(resource = ResourceType.INSTANCE, action = Action.EXECUTE)
    @Refuses(
            conflict = {"INSTANCE_BUSY", "INSTANCE_GIVING_BACK", "INSTANCE_STATUS", "SPENDING_LIMIT_REACHED"},
            shortOf = {"INSUFFICIENT_FUNDS", "QUOTA_EXCEEDED"})
    @Operation(summary = "Resume a suspended instance")
    public Uni<RestResponse<OperationView>> resume(@PathParam("id") UUID id) {
        return act(id, OperationKind.RESUME);
    }

    @POST
    @Path("{id}/rebuild")
    @ResponseStatus(StatusCode.ACCEPTED)
    @Requires(resource = ResourceType.INSTANCE, action = Action.UPDATE)
    @Refuses(
            conflict = {
                "INSTANCE_BUSY",
                "INSTANCE_GIVING_BACK",
                "INSTANCE_STATUS",
                "TEMPLATE_ARCHIVED",
                "SPENDING_LIMIT_REACHED"
            },
            shortOf = {"INSUFFICIENT_FUNDS", "QUOTA_EXCEEDED"})
    @Operation(summary = "Rebuild an instance's disk from its image, another image or a template")
    public Uni<RestResponse<OperationView>> rebuild(@PathParam("id") UUID id, @NotNull @Valid RebuildInstance command) {
        return actions.rebuild(current.get(), id, command).map(Accepted::of);
    }

    @POST
    @Path("{id}/reset-password")
    @ResponseStatus(StatusCode.ACCEPTED)
    @Requires(resource = ResourceType.INSTANCE, action = Action.EXECUTE)
    @NotUnderGrant(because = "whoever has the new password comes in past the grant's end")
    @Refuses(conflict = {"INSTANCE_BUSY", "INSTANCE_GIVING_BACK", "INSTANCE_STATUS"})
    @Operation(summary = "Reset an instance's root password; a running instance restarts")
    public Uni<RestResponse<OperationView>> resetPassword(@PathParam("id") UUID id) {
        return passwords.reset(current.get(), id).map(Accepted::of);
    }

    @DELETE
    @Path("{id}")
    @ResponseStatus(StatusCode.ACCEPTED)
    @Requires(resource = ResourceType.INSTANCE, action = Action.DELETE)
    @Refuses(conflict = {"DELETION_PROTECTED", "INSTANCE_BUSY"})
    @Operation(summary = "Delete an instance, at once or after its recovery period")
    public Uni<RestResponse<OperationView>> delete(@PathParam("id") UUID id) {
        return actions.delete(current.get(), id).map(Accepted::of);
    }

    @POST
    @Path("{id}/undelete")
    @ResponseStatus(StatusCode.ACCEPTED)
    @Requires(resource = ResourceType.INSTANCE, action = Action.EXECUTE)
    @Refuses(conflict = {"NOT_UNDELETABLE", "INSTANCE_BUSY", "INSTANCE_STATUS"})
    @Operation(summary = "Restore a deleted instance within its recovery period")
    public Uni<RestResponse<OperationView>> undelete(@PathParam("id") UUID id) {
        return actions.undelete(current.get(), id).map(Accepted::of);
    }

    @POST
    @Path("{id}/resize")
    @ResponseStatus(StatusCode.ACCEPTED)
    @Requires(resource = ResourceType.INSTANCE, action = Action.UPDATE)
    @Refuses(
            conflict = {
                "SAME_SIZE",
                "INSTANCE_BUSY",
                "INSTANCE_GIVING_BACK",
                "INSTANCE_STATUS",
                "SPENDING_LIMIT_REACHED"
            },
            shortOf = {"INSUFFICIENT_FUNDS", "MACHINE_FULL", "QUOTA_EXCEEDED"})
    @Operation(summary = "Resize an instance on its machine")
    public Uni<RestResponse<OperationView>> resize(@PathParam("id") UUID id, @NotNull @Valid ResizeInstance command) {
        return actions.resize(current.get(), id, command).map(Accepted::of);
    }

    @POST
    @Path("{id}/initial-password")
    @Requires(resource = ResourceType.INSTANCE, action = Action.EXECUTE)
    @Refuses(conflict = {"INITIAL_PASSWORD_SHOWN", "NO_INITIAL_PASSWORD"})
    @NotUnderGrant(because = "it shows a secret")
    @Operation(summary = "Show an instance's initial password; it can be read once")
    public Uni<InitialPasswordView> readInitialPassword(@PathParam("id") UUID id) {
        return passwords.show(current.get(), id);
    }

    private Uni<RestResponse<OperationView>> act(UUID id, OperationKind kind) {
        return actions.act(current.get(), id, kind).map(Accepted::of);
    }
}
