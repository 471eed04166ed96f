package io.skyholm.runtime.access;

import io.quarkus.arc.DefaultBean;
import io.skyholm.runtime.quota.TenantLimits;
import jakarta.inject.Singleton;

/** Tenants' quotas as identity's facts have told them. */
@DefaultBean
@Singleton
class KnownLimits implements TenantLimits {

    private static final String MOST =
            "select (quota_config::json -> 'counts' ->> $2)::bigint from known_tenant where id = $1";

    @Override
    public String most() {
        return MOST;
    }
}
