package io.skyholm.network.port;

import io.skyholm.network.known.InstanceNetworkWaker;
import io.skyholm.network.known.RatedPorts;
import io.skyholm.network.vpc.VpcFollower;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Notes which ports are no longer what their hosts were told, and wakes who tells them. */
@ApplicationScoped
public class StalePorts implements VpcFollower, RatedPorts {

    private static final String MARK = "update port set is_stale = true where deleted_at is null and ";
    private static final String ONE = MARK + "id = $1 returning instance_id";
    private static final String OF_VPC =
            MARK + "subnet_id in (select id from subnet where vpc_id = $1) returning instance_id";
    private static final String OF_GROUP =
            MARK + "id in (select port_id from port_security_group where security_group_id = $1) returning instance_id";
    private static final String WITHOUT_GROUP = MARK + """
            tenant_id = $1 and not exists (select from port_security_group held where held.port_id = port.id)
            returning instance_id""";
    private static final String ALL = MARK + "not is_stale";
    private static final String OF_PLAN = MARK + """
            instance_id in (select instance.id from known_instance instance where instance.plan_id = $1)
            and not exists (select from known_plan known where known.id = $1
                and (known.generation >= $2 or known.network_out_mbps is not distinct from $3))""";
    private static final String OF_INSTANCE = MARK + """
            instance_id = $1 and exists (select from known_instance known where known.id = $1
                and known.generation <= $2 and known.plan_id is distinct from $3)""";

    private final InstanceNetworkWaker networks;
    private final RateLock rates;

    StalePorts(InstanceNetworkWaker networks, RateLock rates) {
        this.networks = networks;
        this.rates = rates;
    }

    /** That port. */
    public Uni<Void> one(Work work, UUID port) {
        return mark(work, ONE, port);
    }

    /** Every port in that VPC. */
    @Override
    public Uni<Void> vpcChanged(Work work, UUID vpc) {
        return mark(work, OF_VPC, vpc);
    }

    /** Every port that the group guards. */
    Uni<Void> ofGroup(Work work, UUID group) {
        return mark(work, OF_GROUP, group);
    }

    /** Every port of the tenant that names no group. */
    Uni<Void> withoutGroup(Work work, UUID tenant) {
        return mark(work, WITHOUT_GROUP, tenant);
    }

    /** Every port there is: they may be many, and are left to the next sweep. */
    public void all(Work work) {
        work.send(ALL);
    }

    /** They may be many, and are left to the next sweep. */
    @Override
    public void planIsTold(Work work, UUID plan, long generation, @Nullable Integer mbps) {
        rates.exclusive(work);
        work.send(OF_PLAN, plan, generation, mbps);
    }

    @Override
    public void instanceIsTold(Work work, UUID instance, long generation, @Nullable UUID plan) {
        rates.shared(work);
        work.send(OF_INSTANCE, instance, generation, plan);
    }

    private Uni<Void> mark(Work work, String sql, UUID id) {
        return work.values(UUID.class, sql, id)
                .invoke(instances -> Set.copyOf(instances).forEach(instance -> networks.remind(work, instance)))
                .replaceWithVoid();
    }
}
