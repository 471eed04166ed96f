package io.skyholm.runtime.tenant;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose rows a transaction sees: one tenant's, or all of them for the platform. */
public record TenantScope(@Nullable UUID tenantId, boolean platform) {

    /** All tenants: for reconcilers, listeners and operators. */
    public static final TenantScope PLATFORM = new TenantScope(null, true);

    /** That tenant's rows and no others. */
    public static TenantScope of(UUID tenantId) {
        return new TenantScope(tenantId, false);
    }

    /** The values of {@link #BIND}. */
    Object[] bindings() {
        return new Object[] {tenantId == null ? "" : tenantId.toString(), platform ? "on" : ""};
    }

    /** Tells the row level security policies who asks, until the transaction ends. */
    static final String BIND =
            "select set_config('skyholm.tenant', $1, true), set_config('skyholm.platform', $2, true)";
}
