package io.skyholm.compute.known;

import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose a new thing is that may also be the platform's. */
@ApplicationScoped
public class Owners {

    private static final String TENANT =
            "select 1 from known_tenant where id = $1 and status not in ('DELETING', 'DELETED')";

    /** Without a tenant the operator means the platform, and a tenant's own people their tenant. */
    public @Nullable UUID of(Call call, @Nullable UUID tenantId) {
        if (tenantId == null) {
            return call.caller().ofPlatform() ? null : call.caller().tenantId();
        }
        if (!call.sees(tenantId)) {
            throw tenantNotFound();
        }
        return tenantId;
    }

    /** Refuses a tenant that is neither the caller's own nor known. */
    public Uni<Void> check(Call call, Work work, @Nullable UUID tenantId) {
        return tenantId == null || tenantId.equals(call.caller().tenantId())
                ? Uni.createFrom().voidItem()
                : work.query(TENANT, tenantId)
                        .invoke(found -> {
                            if (!found.hasNext()) {
                                throw tenantNotFound();
                            }
                        })
                        .replaceWithVoid();
    }

    private static Problem tenantNotFound() {
        return Problem.invalid("tenantId", "names no tenant that you may see");
    }
}
