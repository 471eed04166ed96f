package io.skyholm.network.port;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Which security groups guard which ports. A tenant's groups hold still while that is decided. */
@ApplicationScoped
public class PortGroups {

    private static final String STILL = "select 1 from pg_advisory_xact_lock_shared(hashtextextended($1, 0))";
    private static final String ALONE = "select 1 from pg_advisory_xact_lock(hashtextextended($1, 0))";
    private static final String ALL_OF_TENANT = """
            select count(*) from security_group where id = any($1) and tenant_id = $2 and deleted_at is null""";
    private static final String OF_PORT =
            "select security_group_id from port_security_group where port_id = $1 order by 1";
    private static final String CLEAR = "delete from port_security_group where port_id = $1";
    private static final String ADD = """
            insert into port_security_group (port_id, security_group_id) select $1, unnest($2::uuid[])""";

    /** Lets nobody change the tenant's groups until the transaction ends. */
    public void holdStill(Work work, UUID tenant) {
        work.send(STILL, "the security groups of " + tenant);
    }

    /** Lets nobody look at the tenant's groups, for changing them. */
    public void alone(Work work, UUID tenant) {
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

    /** The groups that guard the port. */
    public Uni<List<UUID>> of(Work work, UUID port) {
        return work.values(UUID.class, OF_PORT, port);
    }

    /** A port that is gone needs no guard, and keeps no group from being forgotten. */
    public void clear(Work work, UUID port) {
        work.send(CLEAR, port);
    }

    /** From now on it is these groups that guard the port. */
    public void replace(Work work, UUID port, List<UUID> groups) {
        work.send(CLEAR, port);
        if (!groups.isEmpty()) {
            work.send(ADD, port, groups.stream().distinct().toArray(UUID[]::new));
        }
    }
}
