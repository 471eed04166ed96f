package io.skyholm.identity.tenant;

import io.skyholm.events.identity.CountedKind;
import io.skyholm.runtime.quota.TenantLimits;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Tenants' quotas where they are kept: here a change counts at once. */
@Singleton
class OwnLimits implements TenantLimits {

    private static final String MOST =
            "select (quota_config::json -> 'counts' ->> $2)::bigint from tenant where id = $1";

    @Override
    public Uni<Optional<Long>> of(Work work, UUID tenant, CountedKind kind) {
        return work.value(Long.class, MOST, tenant, kind.label());
    }
}
