package io.skyholm.storage.version;

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
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;
import org.jspecify.annotations.Nullable;

/** The versions of images over HTTP. */
@Path("/v1/images/{id}/versions")
@Tag(name = "Images")
public class VersionResource {

    private final Versions versions;
    private final CurrentCall current;

    VersionResource(Versions versions, CurrentCall current) {
        this.versions = versions;
        this.current = current;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.IMAGE, action = Action.UPDATE)
    @Refuses(
            conflict = {
                "IMAGE_ARCHIVED",
                "IMAGE_IS_DELETED",
                "VERSION_TAKEN",
                "SNAPSHOT_NOT_AVAILABLE",
                "SNAPSHOT_ENCRYPTED",
                "SPENDING_LIMIT_REACHED"
            },
            shortOf = {"INSUFFICIENT_FUNDS", "QUOTA_EXCEEDED"})
    @Operation(
            summary = "Create a version of an image",
            description =
                    "Its bytes are uploaded afterwards, or fetched from its sourceUrl: receivedBytes says how far that is, and to"
                            + " terminate its upload gives it up. Those of its sourceSnapshotId are copied by the snapshot's host; while"
                            + " that cannot, statusReason says why, and to delete the version gives it up. It can be used once they have"
                            + " been verified.")
    public Uni<RestResponse<VersionView>> create(@PathParam("id") UUID id, @NotNull @Valid CreateImageVersion command) {
        return versions.create(current.get(), id, command)
                .map(version -> Answers.created(version, "/v1/images/" + id + "/versions/" + version.id()));
    }

    @GET
    @Requires(resource = ResourceType.IMAGE, action = Action.READ)
    @Operation(summary = "List the versions of an image, newest first")
    public Uni<Page<VersionView>> list(
            @PathParam("id") UUID id, @BeanParam VersionFilter filter, @BeanParam PageRequest page) {
        return versions.list(current.get(), id, filter, page);
    }

    @GET
    @Path("{versionId}")
    @Requires(resource = ResourceType.IMAGE, action = Action.READ)
    @Operation(summary = "Show a version of an image")
    public Uni<RestResponse<VersionView>> get(@PathParam("id") UUID id, @PathParam("versionId") UUID versionId) {
        return versions.get(current.get(), id, versionId).map(Answers::of);
    }

    @PATCH
    @Path("{versionId}")
    @Requires(resource = ResourceType.IMAGE, action = Action.UPDATE)
    @Refuses(conflict = {"VERSION_IS_DELETED", "VERSION_NOT_AVAILABLE"})
    @Operation(summary = "Change a version of an image, or make it the default")
    public Uni<RestResponse<VersionView>> change(
            @PathParam("id") UUID id,
            @PathParam("versionId") UUID versionId,
            @NotNull @Valid ChangeImageVersion command) {
        return versions.change(current.get(), id, versionId, command).map(Answers::of);
    }

    @DELETE
    @Path("{versionId}")
    @Requires(resource = ResourceType.IMAGE, action = Action.DELETE)
    @Refuses(conflict = {"DELETION_PROTECTED", "VERSION_IS_DELETED", "VERSION_IS_PARENT", "VERSION_IS_TAGGED"})
    @Operation(
            summary = "Delete a version of an image with its bytes",
            description =
                    "One that is AVAILABLE can be restored until its deletableAt; how long that is the operator decides. Until then nobody"
                            + " uses it, its number is free, and its bytes count as before. If it was the default, the latest"
                            + " version that is left becomes it.")
    public Uni<RestResponse<VersionView>> delete(
            @PathParam("id") UUID id,
            @PathParam("versionId") UUID versionId,
            @QueryParam("now")
                    @Parameter(
                            description =
                                    "Whether it ends at once and cannot be restored, also where it was deleted before")
                    @Nullable Boolean now) {
        return versions.delete(current.get(), id, versionId, Boolean.TRUE.equals(now))
                .map(Answers::of);
    }

    @POST
    @Path("{versionId}/restore")
    @Requires(resource = ResourceType.IMAGE, action = Action.UPDATE)
    @Refuses(conflict = {"IMAGE_IS_DELETED", "VERSION_NOT_DELETED", "VERSION_TAKEN", "VERSION_PARENT_DELETED"})
    @Operation(
            summary = "Take back the deletion of a version of an image",
            description = "Whether it is the latest, or the default, is seen anew.")
    public Uni<RestResponse<VersionView>> restore(@PathParam("id") UUID id, @PathParam("versionId") UUID versionId) {
        return versions.restore(current.get(), id, versionId).map(Answers::of);
    }
}
