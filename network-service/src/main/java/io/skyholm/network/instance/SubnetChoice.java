package io.skyholm.network.instance;

import io.skyholm.events.compute.WantedNetwork;
import io.skyholm.network.subnet.SubnetView;
import io.skyholm.network.subnet.Subnets;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Finds the subnet that a port is to be in: the one named, or the one that the place gives by default. */
@Singleton
class SubnetChoice {

    private static final String USABLE = """
            select 1 from subnet join vpc on vpc.id = subnet.vpc_id
            where subnet.id = $1 and (subnet.tenant_id = $2 or subnet.tenant_id is null and subnet.is_public)
                and subnet.deleted_at is null
                and (vpc.edge_data_center_id is null or vpc.edge_data_center_id is not distinct from $3)""";
    private static final String BY_DEFAULT = """
            select subnet.id from subnet join vpc on vpc.id = subnet.vpc_id
            where (subnet.tenant_id = $1 or subnet.tenant_id is null and subnet.is_public)
                and subnet.status = 'ACTIVE' and vpc.status = 'ACTIVE' and subnet.auto_assign_ip
                and (vpc.edge_data_center_id is null or vpc.edge_data_center_id is not distinct from $2)
            order by subnet.tenant_id nulls last, subnet.created_at, subnet.id limit 1""";

    private final Subnets subnets;

    SubnetChoice(Subnets subnets) {
        this.subnets = subnets;
    }

    Uni<SubnetView> of(Work work, Asked asked, WantedNetwork wanted) {
        UUID named = wanted.subnetId();
        return (named == null ? byDefault(work, asked) : named(work, asked, named))
                .chain(id -> subnets.seen(work, id))
                .map(found -> found.orElseThrow(SubnetChoice::unknown));
    }

    private static Uni<UUID> named(Work work, Asked asked, UUID subnet) {
        return work.query(USABLE, subnet, asked.tenantId(), asked.dataCenterId())
                .map(found -> {
                    if (!found.hasNext()) {
                        throw unknown();
                    }
                    return subnet;
                });
    }

    private static Uni<UUID> byDefault(Work work, Asked asked) {
        return work.query(BY_DEFAULT, asked.tenantId(), asked.dataCenterId()).map(found -> {
            if (!found.hasNext()) {
                throw Problem.invalid("networks", "names no subnet, and the data centre has no default one");
            }
            return (UUID) found.next()[0];
        });
    }

    private static Problem unknown() {
        return Problem.invalid("networks", "names a subnet that the tenant cannot use in this data centre");
    }
}
