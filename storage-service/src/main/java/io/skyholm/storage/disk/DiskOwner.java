package io.skyholm.storage.disk;

import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.aggregate.Owners;
import io.skyholm.runtime.call.Call;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose a disk is.
 *
 * @param userId null where an operator made it for a tenant
 */
record DiskOwner(UUID tenantId, @Nullable UUID userId) {

    static DiskOwner of(Call call, @Nullable UUID tenantId) {
        Caller caller = call.caller();
        UUID tenant = Owners.ofTenants(call, tenantId);
        return new DiskOwner(tenant, tenant.equals(caller.tenantId()) ? caller.id() : null);
    }
}
