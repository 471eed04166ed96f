package io.skyholm.compute.templateversion;

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

/** The versions of templates over HTTP. */
@Path("/v1/templates/{id}/versions")
@Tag(name = "Templates")
public class VersionResource {

    /** A version is never changed. */
    private static final long FROZEN = 1;

    private final Versions versions;
    private final CurrentCall current;

    VersionResource(Versions versions, CurrentCall current) {
        this.versions = versions;
        this.current = current;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.TEMPLATE, action = Action.UPDATE)
    @Refuses(
            conflict = {"TEMPLATE_ARCHIVED", "VERSION_TAKEN"},
            shortOf = "QUOTA_EXCEEDED")
    @Operation(summary = "Create a version of a template from its current state")
    public Uni<RestResponse<VersionView>> create(@PathParam("id") UUID id, @NotNull @Valid FreezeVersion command) {
        return versions.create(current.get(), id, command)
                .map(version -> Answers.created(version, "/v1/templates/" + id + "/versions/" + version.id(), FROZEN));
    }

    @GET
    @Requires(resource = ResourceType.TEMPLATE, action = Action.READ)
    @Operation(summary = "List the versions of a template, newest first")
    public Uni<Page<VersionView>> list(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        return versions.list(current.get(), id, page);
    }

    @GET
    @Path("{versionId}")
    @Requires(resource = ResourceType.TEMPLATE, action = Action.READ)
    @Operation(summary = "Show a version of a template")
    public Uni<RestResponse<VersionView>> get(@PathParam("id") UUID id, @PathParam("versionId") UUID versionId) {
        return versions.get(current.get(), id, versionId).map(version -> Answers.of(version, FROZEN));
    }
}
