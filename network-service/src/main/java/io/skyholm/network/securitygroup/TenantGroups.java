package io.skyholm.network.securitygroup;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** The groups of a tenant, which do not change while somebody decides by them. */
@Singleton
public class TenantGroups {

    private static final String STILL = "select 1 from pg_advisory_xact_lock_shared(hashtextextended($1, 0))";
    private static final String ALONE = "select 1 from pg_advisory_xact_lock(hashtextextended($1, 0))";
    private static final String ALL_OF_TENANT = """
            select count(*) from security_group where id = any($1) and tenant_id = $2 and deleted_at is null""";

    /** Lets nobody change the tenant's groups until the transaction ends. */
    public void holdStill(Work work, UUID tenant) {
        work.send(STILL, "the security groups of " + tenant);
    }

    /** Lets nobody look at the tenant's groups, for changing them. */
    void alone(Work work, UUID tenant) {
        work.send(ALONE, "the security groups of " + tenant);
    }

    /** Whether all of them are the tenant's. */
    public Uni<Boolean> areOf(Work work, UUID tenant, List<UUID> groups) {
        List<UUID> distinct = groups.stream().distinct().toList();
        return distinct.isEmpty()
                ? Uni.createFrom().item(true)
                : work.value(Long.class, ALL_OF_TENANT, distinct.toArray(UUID[]::new), tenant)
                        .map(found -> found.orElseThrow() == distinct.size());
    }
}
