package io.skyholm.audit.digest;

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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Signed heads over HTTP. */
@Path("/v1/audit-digests")
@Tag(name = "Audit")
public class DigestResource {

    private final DigestStore store;
    private final CurrentCall current;

    DigestResource(DigestStore store, CurrentCall current) {
        this.store = store;
        this.current = current;
    }

    @GET
    @Requires(resource = ResourceType.AUDIT_ENTRY, action = Action.READ)
    @Operation(summary = "List signed digests of chains, newest first")
    public Uni<Page<DigestView>> list(@BeanParam DigestFilter filter, @BeanParam PageRequest page) {
        return store.list(current.get().caller().scope(), filter, page);
    }

    @GET
    @Path("keys")
    @Requires(resource = ResourceType.AUDIT_ENTRY, action = Action.READ)
    @Operation(summary = "List the public keys of digests")
    public Uni<List<KeyView>> listKeys() {
        return store.keys();
    }
}
