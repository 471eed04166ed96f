package io.skyholm.storage.image;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.storage.ImageEvents;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.contract.Refuses;
import io.skyholm.runtime.http.Answers;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.storage.Deletion;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;
import org.jspecify.annotations.Nullable;

/** Images over HTTP. */
@Path("/v1/images")
@Tag(name = "Images", description = "What disks are made from: images, their versions and tags, and the bytes.")
public class ImageResource {

    private final Images images;
    private final CurrentCall current;
    private final ListWatch watch;

    ImageResource(Images images, CurrentCall current, ListWatch watch) {
        this.images = images;
        this.current = current;
        this.watch = watch;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.IMAGE, action = Action.CREATE)
    @Refuses(conflict = "IMAGE_NAME_TAKEN", shortOf = "QUOTA_EXCEEDED")
    @Operation(summary = "Create an image")
    public Uni<RestResponse<ImageView>> create(@NotNull @Valid CreateImage command) {
        return images.create(current.get(), command).map(made -> Answers.created(made, "/v1/images/" + made.id()));
    }

    @GET
    @Requires(resource = ResourceType.IMAGE, action = Action.READ)
    @Operation(summary = "List available images, newest first")
    public Uni<Page<ImageView>> list(@BeanParam ImageFilter filter, @BeanParam PageRequest page) {
        return images.list(current.get(), filter, page);
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.IMAGE, action = Action.READ)
    @Refuses(forbidden = "TENANT_SUSPENDED", tooManyRequests = "TOO_MANY_STREAMS")
    @Operation(summary = "Watch the list of available images", description = ListWatch.DESCRIPTION)
    public Multi<OutboundSseEvent> watchList(
            @BeanParam ImageFilter filter, @BeanParam ResumeAfter resume, @Context Sse sse) {
        Call call = current.get();
        return watch.changes(
                sse,
                resume,
                WatchedList.of(ImageEvents.CHANGED, rows -> images.list(call, filter, rows), ImageView::id)
                        .seenWholeBy(ImageStore.SEEN::seesAll));
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.IMAGE, action = Action.READ)
    @Operation(summary = "Show an image")
    public Uni<RestResponse<ImageView>> get(@PathParam("id") UUID id) {
        return images.get(current.get(), id).map(Answers::of);
    }

    @PATCH
    @Path("{id}")
    @Requires(resource = ResourceType.IMAGE, action = Action.UPDATE)
    @Refuses(conflict = {"IMAGE_IS_DELETED", "IMAGE_NAME_TAKEN"})
    @Operation(summary = "Change an image")
    public Uni<RestResponse<ImageView>> change(@PathParam("id") UUID id, @NotNull @Valid ChangeImage command) {
        return images.change(current.get(), id, command).map(Answers::of);
    }

    @DELETE
    @Path("{id}")
    @Requires(resource = ResourceType.IMAGE, action = Action.DELETE)
    @Refuses(
            conflict = {
                "DELETION_PROTECTED",
                "IMAGE_IS_DELETED",
                "IMAGE_HAS_VERSIONS",
                "VERSION_IS_PARENT",
                "VERSION_IS_TAGGED",
                "TAG_IMMUTABLE"
            })
    @Operation(
            summary = "Delete an image",
            description =
                    "It can be restored until its deletableAt, and so can versions of it that were deleted before; how long that is"
                            + " the operator decides. Others may take its name meanwhile. Its versions and tags are deleted before, or"
                            + " with it where they are named: either all that is named is deleted or nothing, and to ask again does no"
                            + " harm. Versions are restored one by one, tags not.")
    public Uni<RestResponse<ImageView>> delete(
            @PathParam("id") UUID id,
            @QueryParam("now")
                    @Parameter(
                            description =
                                    "Whether it ends at once and cannot be restored; none of its versions may be restorable then")
                    @Nullable Boolean now,
            @QueryParam("with")
                    @Parameter(
                            description =
                                    "A version or a tag of the image that is deleted with it; given up to 50 times, each of them")
                    List<UUID> with) {
        return images.delete(current.get(), id, Deletion.named(with), Boolean.TRUE.equals(now))
                .map(Answers::of);
    }

    @POST
    @Path("{id}/restore")
    @Requires(resource = ResourceType.IMAGE, action = Action.UPDATE)
    @Refuses(conflict = {"IMAGE_NOT_DELETED", "IMAGE_NAME_TAKEN"})
    @Operation(summary = "Take back the deletion of an image", description = "Its versions are restored one by one.")
    public Uni<RestResponse<ImageView>> restore(@PathParam("id") UUID id) {
        return images.restore(current.get(), id).map(Answers::of);
    }
}
