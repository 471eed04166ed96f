package io.skyholm.runtime.aggregate;

import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose a new thing is. */
@ApplicationScoped
public class Owners {

    private static final String TENANT =
            "select 1 from known_tenant where id = $1 and status not in ('DELETING', 'DELETED')";

    /** Without a tenant the operator means the platform, and a tenant's own people their tenant. */
    public static @Nullable UUID ofShared(Call call, @Nullable UUID tenantId) {
        return tenantId == null && call.caller().ofPlatform() ? null : ofTenants(call, tenantId);
    }

    /** Without a tenant everybody means their own. */
    public static UUID ofTenants(Call call, @Nullable UUID tenantId) {
        UUID owner = tenantId == null ? call.caller().tenantId() : tenantId;
        if (!call.sees(owner)) {
            throw tenantNotFound();
        }
        return owner;
    }

    /** Refuses a tenant that is neither the caller's own nor known. */
    public Uni<Void> check(Call call, Work work, @Nullable UUID tenantId) {
        return tenantId == null || tenantId.equals(call.caller().tenantId())
                ? Uni.createFrom().voidItem()
                : work.some(Owners::tenantNotFound, TENANT, tenantId);
    }

    private static Problem tenantNotFound() {
        return Problem.invalid("tenantId", "names no tenant that you may see");
    }
}
