package io.skyholm.storage;

import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.aggregate.Owners;
import io.skyholm.runtime.call.Call;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose something is.
 *
 * @param userId null where an operator made it for a tenant
 */
public record Owner(UUID tenantId, @Nullable UUID userId) {

    /** Of what a call makes. */
    public static Owner of(Call call, @Nullable UUID tenantId) {
        Caller caller = call.caller();
        UUID tenant = Owners.ofTenants(call, tenantId);
        return new Owner(tenant, tenant.equals(caller.tenantId()) ? caller.id() : null);
    }
}
