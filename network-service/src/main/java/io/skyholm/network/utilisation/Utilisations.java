package io.skyholm.network.utilisation;

import io.skyholm.network.cidr.Cidr;
import io.skyholm.network.pool.Pools;
import io.skyholm.network.subnet.SubnetView;
import io.skyholm.network.subnet.Subnets;
import io.skyholm.network.utilisation.UtilisationView.Block;
import io.skyholm.network.utilisation.UtilisationView.Counts;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.record.RowType;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells how much is held of what a caller may see; all holders count, whoever they are. */
@ApplicationScoped
class Utilisations {

    private static final String COUNT = """
            select family,
                coalesce(sum(range_size) filter (where status = 'ALLOCATED'), 0)::bigint as allocated,
                coalesce(sum(range_size) filter (where status = 'RESERVED'), 0)::bigint as reserved,
                coalesce(sum(range_size) filter (where status = 'FROZEN'), 0)::bigint as frozen
            from ip_address where subnet_id = $1 group by family""";

    private final TenantRead read;
    private final Subnets subnets;
    private final Pools pools;

    Utilisations(TenantRead read, Subnets subnets, Pools pools) {
        this.read = read;
        this.subnets = subnets;
        this.pools = pools;
    }

    Uni<UtilisationView> ofSubnet(Call call, UUID id) {
        return subnets.get(call, id).chain(this::of);
    }

    Uni<UtilisationView> ofPool(Call call, UUID id) {
        return pools.get(call, id).chain(pool -> ofSubnet(call, pool.subnetId()));
    }

    private Uni<UtilisationView> of(SubnetView subnet) {
        return read.list(TenantScope.PLATFORM, Statement.of(COUNT, subnet.id()), RowType.of(Counts.class))
                .map(rows -> rows.stream().collect(Collectors.toMap(Counts::family, Function.identity())))
                .map(counts -> new UtilisationView(
                        subnet.id(),
                        Stream.of(Stream.of(subnet.cidrBlock()), Stream.ofNullable(subnet.ipv6CidrBlock()))
                                .flatMap(blocks -> blocks)
                                .map(Cidr::of)
                                .map(block -> Block.of(
                                        block, counts.getOrDefault(block.family(), Counts.none(block.family()))))
                                .toList()));
    }
}
