package io.skyholm.identity.tenant;

import io.skyholm.runtime.quota.TenantLimits;
import jakarta.inject.Singleton;

/** Tenants' quotas where they are kept: here a change counts at once. */
@Singleton
class OwnLimits implements TenantLimits {

    private static final String MOST =
            "select (quota_config::json -> 'counts' ->> $2)::bigint from tenant where id = $1";

    @Override
    public String most() {
        return MOST;
    }
}
