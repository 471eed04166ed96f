package io.skyholm.audit.archive;

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

/** Archived months over HTTP. */
@Path("/v1/audit-archives")
@Tag(name = "Audit")
public class ArchiveResource {

    private final ArchiveStore store;
    private final CurrentCall current;

    ArchiveResource(ArchiveStore store, CurrentCall current) {
        this.store = store;
        this.current = current;
    }

    @GET
    @Requires(resource = ResourceType.AUDIT_ENTRY, action = Action.READ)
    @Operation(
            summary = "List archived months, newest first",
            description = "They hold the entries of all tenants, so only the platform's own see them.")
    public Uni<Page<ArchiveView>> list(@BeanParam PageRequest page) {
        return store.list(current.get().caller().scope(), page);
    }
}
