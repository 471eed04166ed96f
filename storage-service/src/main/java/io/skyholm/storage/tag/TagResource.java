package io.skyholm.storage.tag;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;

/** The tags of images over HTTP. */
@Path("/v1/images/{id}/tags")
@Tag(name = "Images")
public class TagResource {

    private final Tags tags;
    private final CurrentCall current;

    TagResource(Tags tags, CurrentCall current) {
        this.tags = tags;
        this.current = current;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.IMAGE, action = Action.UPDATE)
    @Refuses(
            conflict = {"IMAGE_ARCHIVED", "TAG_TAKEN"},
            shortOf = "QUOTA_EXCEEDED")
    @Operation(summary = "Create a tag of an image")
    public Uni<RestResponse<TagView>> create(@PathParam("id") UUID id, @NotNull @Valid CreateImageTag command) {
        return tags.create(current.get(), id, command)
                .map(tag -> Answers.created(tag, "/v1/images/" + id + "/tags/" + tag.id()));
    }

    @GET
    @Requires(resource = ResourceType.IMAGE, action = Action.READ)
    @Operation(summary = "List the tags of an image, newest first")
    public Uni<Page<TagView>> list(@PathParam("id") UUID id, @BeanParam TagFilter filter, @BeanParam PageRequest page) {
        return tags.list(current.get(), id, filter, page);
    }

    @GET
    @Path("{tagId}")
    @Requires(resource = ResourceType.IMAGE, action = Action.READ)
    @Operation(summary = "Show a tag of an image")
    public Uni<RestResponse<TagView>> get(@PathParam("id") UUID id, @PathParam("tagId") UUID tagId) {
        return tags.get(current.get(), id, tagId).map(Answers::of);
    }

    @PATCH
    @Path("{tagId}")
    @Requires(resource = ResourceType.IMAGE, action = Action.UPDATE)
    @Refuses(conflict = "TAG_IMMUTABLE")
    @Operation(summary = "Move a tag of an image to another version, or make it immutable")
    public Uni<RestResponse<TagView>> change(
            @PathParam("id") UUID id, @PathParam("tagId") UUID tagId, @NotNull @Valid ChangeImageTag command) {
        return tags.change(current.get(), id, tagId, command).map(Answers::of);
    }

    @DELETE
    @Path("{tagId}")
    @Requires(resource = ResourceType.IMAGE, action = Action.DELETE)
    @Refuses(conflict = "TAG_IMMUTABLE")
    @Operation(
            summary = "Delete a tag of an image",
            description = "An immutable one is deleted by whoever may manage images.")
    public Uni<RestResponse<TagView>> delete(@PathParam("id") UUID id, @PathParam("tagId") UUID tagId) {
        return tags.delete(current.get(), id, tagId).map(Answers::of);
    }
}
