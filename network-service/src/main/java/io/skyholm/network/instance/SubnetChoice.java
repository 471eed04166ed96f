package io.skyholm.network.instance;

import io.skyholm.events.compute.WantedNetwork;
import io.skyholm.network.subnet.SubnetView;
import io.skyholm.network.subnet.Subnets;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds the subnet that a port is to be in: the one named, or the one that the place gives by default. For an instance that was made
 * within a project it looks as that project: what is another's is not there.
 */
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
    private final DefaultNetworks defaults;

    SubnetChoice(Subnets subnets, DefaultNetworks defaults) {
        this.subnets = subnets;
        this.defaults = defaults;
    }

    Uni<SubnetView> of(Work work, RequestedNetwork requested, WantedNetwork wanted) {
        return work.within(requested.networkGroupIds(), () -> chosen(work, requested, wanted.subnetId())
                .chain(id -> subnets.seen(work, id))
                .map(found -> found.orElseThrow(SubnetChoice::unknown)));
    }

    private Uni<UUID> chosen(Work work, RequestedNetwork requested, @Nullable UUID named) {
        return named == null ? byDefault(work, requested) : named(work, requested, named);
    }

    private static Uni<UUID> named(Work work, RequestedNetwork requested, UUID subnet) {
        return work.some(SubnetChoice::unknown, USABLE, subnet, requested.tenantId(), requested.dataCenterId())
                .replaceWith(subnet);
    }

    private Uni<UUID> byDefault(Work work, RequestedNetwork requested) {
        return work.value(UUID.class, BY_DEFAULT, requested.tenantId(), requested.dataCenterId())
                .chain(found -> found.map(Uni.createFrom()::item).orElseGet(() -> none(work, requested)));
    }

    private Uni<UUID> none(Work work, RequestedNetwork requested) {
        return defaults.areMade(work, requested.dataCenterId()).map(made -> {
            throw made
                    ? Problem.invalid("networks", "names no subnet, and the data centre has no default one")
                    : Problem.unavailable(
                            "DATA_CENTER_UNSETTLED",
                            "The networks of the data centre are not known yet",
                            Duration.ofSeconds(2));
        });
    }

    private static Problem unknown() {
        return Problem.invalid("networks", "names a subnet that the tenant cannot use in this data centre");
    }
}
