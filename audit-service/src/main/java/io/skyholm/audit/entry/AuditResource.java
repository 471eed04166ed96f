package io.skyholm.audit.entry;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Audit entries over HTTP. */
@Path("/v1/audit-entries")
@Tag(
        name = "Audit",
        description =
                "Who did what, when and from where: every change, and every refused attempt of a caller who is known,"
                        + " in chains of hashes that show whether an entry was altered.")
public class AuditResource {

    private final AuditStore store;
    private final CurrentCall current;

    AuditResource(AuditStore store, CurrentCall current) {
        this.store = store;
        this.current = current;
    }

    @GET
    @Requires(resource = ResourceType.AUDIT_ENTRY, action = Action.READ)
    @Operation(summary = "List audit entries, newest first")
    public Uni<Page<AuditEntryView>> list(@BeanParam AuditFilter filter, @BeanParam PageRequest page) {
        return store.list(scope(), filter, page).map(found -> page(found, page.limit()));
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.AUDIT_ENTRY, action = Action.READ)
    @Operation(summary = "Show an audit entry")
    public Uni<AuditEntryView> get(@PathParam("id") UUID id) {
        return store.find(scope(), id).map(found -> found.orElseThrow(() -> Problem.notFound("audit entry")));
    }

    private TenantScope scope() {
        return current.get().caller().scope();
    }

    private static Page<AuditEntryView> page(List<AuditEntryView> found, int limit) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<AuditEntryView> items = List.copyOf(found.subList(0, limit));
        return new Page<>(items, EntryCursor.behind(items.getLast()).text());
    }
}
