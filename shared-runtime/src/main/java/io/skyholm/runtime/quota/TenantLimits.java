package io.skyholm.runtime.quota;

import io.skyholm.events.identity.CountedKind;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** What is known of tenants' own quotas; identity, which owns them, implements it in its way. */
public interface TenantLimits {

    /** The most rows of that kind, if the tenant's quota speaks of them. */
    Uni<Optional<Long>> of(Work work, UUID tenant, CountedKind kind);
}
