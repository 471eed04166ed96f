package io.skyholm.audit.head;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Chains of audit entries over HTTP. */
@Path("/v1/audit-chains")
@Tag(name = "Audit")
public class ChainResource {

    private final ChainStore store;
    private final Verifications verifications;
    private final CurrentCall current;

    ChainResource(ChainStore store, Verifications verifications, CurrentCall current) {
        this.store = store;
        this.verifications = verifications;
        this.current = current;
    }

    @GET
    @Requires(resource = ResourceType.AUDIT_ENTRY, action = Action.READ)
    @Operation(summary = "List audit chains and their heads")
    public Uni<Page<ChainView>> list(@BeanParam PageRequest page) {
        return store.list(scope(), page);
    }

    @GET
    @Path("{id}/verification")
    @Requires(resource = ResourceType.AUDIT_ENTRY, action = Action.READ)
    @Operation(
            summary = "Verify a chain",
            description =
                    "Computes every hash again, and compares the signed digests and the head. Names the first bad entry. "
                            + "A long chain is verified in portions: go on at nextSequence until there is none.")
    public Uni<VerificationView> verify(
            @PathParam("id") UUID id,
            @QueryParam("fromSequence")
                    @Parameter(description = "The first entry to look at; without it, all that are not archived")
                    @Nullable Integer fromSequence,
            @QueryParam("limit")
                    @DefaultValue(Portion.MOST_TEXT)
                    @Parameter(description = "How many entries to look at, at most, 1 to " + Portion.MOST_TEXT)
                    int limit) {
        return verifications.verify(scope(), id, new Portion(fromSequence, limit));
    }

    private TenantScope scope() {
        return current.get().caller().scope();
    }
}
