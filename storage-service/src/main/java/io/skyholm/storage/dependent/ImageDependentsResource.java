package io.skyholm.storage.dependent;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What depends on a image, over HTTP. */
@Path("/v1/images/{id}/dependents")
@Tag(name = "Images")
public class ImageDependentsResource {

    private final Dependents dependents;
    private final CurrentCall current;

    ImageDependentsResource(Dependents dependents, CurrentCall current) {
        this.dependents = dependents;
        this.current = current;
    }

    @GET
    @Requires(resource = ResourceType.IMAGE, action = Action.READ)
    @Operation(
            summary = "List what depends on a image, newest first",
            description =
                    "To be looked at before it is deleted: KEEPS has to be deleted first, or with it where the deletion names it, as it may"
                            + " name versions and tags; GOES_ALONG is deleted with it, and STAYS does without it.")
    public Uni<Page<DependentView>> list(
            @PathParam("id") UUID id, @BeanParam DependentFilter filter, @BeanParam PageRequest page) {
        return dependents.ofImage(current.get(), id, filter, page);
    }
}
