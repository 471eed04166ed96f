package io.skyholm.storage.orphan;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What nobody uses, over HTTP. */
@Path("/v1/unused-storage")
@Tag(name = "Disks")
public class UnusedStorageResource {

    private final UnusedStorageStore store;
    private final CurrentCall current;

    UnusedStorageResource(UnusedStorageStore store, CurrentCall current) {
        this.store = store;
        this.current = current;
    }

    @GET
    @Requires(resource = ResourceType.STORAGE, action = Action.READ)
    @Operation(
            summary = "List the disks, snapshots, backups and versions of images that nobody uses, newest first",
            description =
                    "Disks that are attached to no instance, snapshots that a schedule made which is no more and therefore deletes none,"
                            + " backups whose disk is no more, and versions of images of which no disk is made and that no instance boots"
                            + " from. Versions are shown to those who may read images, and not within a project, which does not know"
                            + " who else uses them. Each shows what an hour of it costs, where its price is set. Nothing is deleted for standing"
                            + " here.")
    public Uni<Page<UnusedStorageView>> list(@BeanParam UnusedStorageFilter filter, @BeanParam PageRequest page) {
        return store.list(current.get(), filter, page);
    }
}
