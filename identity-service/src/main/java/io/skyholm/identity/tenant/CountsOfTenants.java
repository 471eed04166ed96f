package io.skyholm.identity.tenant;

import io.skyholm.events.identity.QuotaConfig;
import io.skyholm.runtime.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What a tenant makes belongs to the tenant, so that no user or group has limits of it. */
public final class CountsOfTenants {

    private CountsOfTenants() {}

    /** Refuses the quota of a user or a group that limits what is counted for tenants only; it would limit nothing. */
    public static @Nullable QuotaConfig refuseCounts(@Nullable QuotaConfig quota) {
        if (quota != null && quota.counts() != null) {
            throw Problem.invalid("quotaConfig", "has counts, which only the quota of a tenant has");
        }
        return quota;
    }
}
