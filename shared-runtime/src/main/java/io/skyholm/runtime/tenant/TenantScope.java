package io.skyholm.runtime.tenant;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whose rows a transaction sees: one tenant's, or all of them for the platform.
 *
 * @param groups of what users own, only what belongs to members of these user groups; null for all of it
 */
public record TenantScope(
        @Nullable UUID tenantId, boolean platform, @Nullable Set<UUID> groups) {

    /** All tenants: for reconcilers, listeners and operators. */
    public static final TenantScope PLATFORM = new TenantScope(null, true);

    /** Whatever users own. */
    public TenantScope(@Nullable UUID tenantId, boolean platform) {
        this(tenantId, platform, null);
    }

    /** That tenant's rows and no others. */
    public static TenantScope of(UUID tenantId) {
        return new TenantScope(tenantId, false);
    }

    /** Tells the row level security policies who asks, until the transaction ends. */
    private static final String BIND = """
            select set_config('skyholm.tenant', $1, true), set_config('skyholm.platform', $2, true),
                set_config('skyholm.groups', $3, true)""";

    /** Tells {@code calendar_now()} besides how far a test has moved time. */
    private static final String BIND_AND_MOVE_TIME = BIND + ", set_config('skyholm.ahead', $4, true)";

    /** What every transaction begins with. */
    Statement binding(Duration ahead) {
        String tenant = tenantId == null ? "" : tenantId.toString();
        String all = platform ? "on" : "";
        return ahead.isZero()
                ? Statement.of(BIND, tenant, all, limit())
                : Statement.of(BIND_AND_MOVE_TIME, tenant, all, limit(), ahead.toString());
    }

    /** No limit is an empty text, and a limit to no group at all an empty array. */
    String limit() {
        return groups == null ? "" : limit(groups);
    }

    /** As the policies read it. */
    static String limit(Collection<UUID> groups) {
        return groups.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
