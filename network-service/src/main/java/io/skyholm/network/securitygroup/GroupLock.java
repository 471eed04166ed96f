package io.skyholm.network.securitygroup;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Locks the security groups of a tenant, so that they do not change while a port is told by them. */
@Singleton
public class GroupLock {

    private static final String ALL_OF_TENANT = """
            select count(*) from security_group where id = any($1) and tenant_id = $2 and deleted_at is null""";

    /** Until the transaction ends nobody changes the tenant's groups; others may read them too. */
    public void shared(Work work, UUID tenant) {
        work.lockNameShared(nameOf(tenant));
    }

    /** Until the transaction ends nobody else changes the tenant's groups or decides by them. */
    void exclusive(Work work, UUID tenant) {
        work.lockName(nameOf(tenant));
    }

    /** Whether all of them are the tenant's. */
    public Uni<Boolean> areOf(Work work, UUID tenant, List<UUID> groups) {
        List<UUID> distinct = groups.stream().distinct().toList();
        return distinct.isEmpty()
                ? Uni.createFrom().item(true)
                : work.value(Long.class, ALL_OF_TENANT, distinct.toArray(UUID[]::new), tenant)
                        .map(found -> found.orElseThrow() == distinct.size());
    }

    private static String nameOf(UUID tenant) {
        return "the security groups of " + tenant;
    }
}
