package io.skyholm.runtime.tenant;

import java.time.Duration;
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

    /** Tells the row level security policies who asks, until the transaction ends. */
    private static final String BIND =
            "select set_config('skyholm.tenant', $1, true), set_config('skyholm.platform', $2, true)";

    /** Tells {@code calendar_now()} besides how far a test has moved time. */
    private static final String BIND_AND_MOVE_TIME = BIND + ", set_config('skyholm.ahead', $3, true)";

    /** What every transaction begins with. */
    Statement binding(Duration ahead) {
        String tenant = tenantId == null ? "" : tenantId.toString();
        String all = platform ? "on" : "";
        return ahead.isZero()
                ? Statement.of(BIND, tenant, all)
                : Statement.of(BIND_AND_MOVE_TIME, tenant, all, ahead.toString());
    }
}
