package io.skyholm.network.address;

import io.skyholm.network.address.UtilisationView.Block;
import io.skyholm.network.address.UtilisationView.Counts;
import io.skyholm.network.cidr.Cidr;
import io.skyholm.network.pool.PoolStore;
import io.skyholm.network.subnet.SubnetStore;
import io.skyholm.network.subnet.SubnetView;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
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
    private static final Counts NONE = new Counts(0, 0, 0);

    private final TenantRead read;
    private final SubnetStore subnets;
    private final PoolStore pools;

    Utilisations(TenantRead read, SubnetStore subnets, PoolStore pools) {
        this.read = read;
        this.subnets = subnets;
        this.pools = pools;
    }

    Uni<UtilisationView> ofSubnet(Call call, UUID id) {
        return subnets.find(call.caller().scope(), id)
                .map(found -> found.orElseThrow(() -> Problem.notFound("subnet")))
                .chain(this::of);
    }

    Uni<UtilisationView> ofPool(Call call, UUID id) {
        return pools.find(call.caller().scope(), id)
                .map(found -> found.orElseThrow(() -> Problem.notFound("address pool")))
                .chain(pool -> ofSubnet(call, pool.subnetId()));
    }

    private Uni<UtilisationView> of(SubnetView subnet) {
        return read.list(TenantScope.PLATFORM, Statement.of(COUNT, subnet.id()), row -> row)
                .map(rows ->
                        rows.stream().collect(Collectors.toMap(row -> row.getInteger("family"), Utilisations::counts)))
                .map(counts -> new UtilisationView(
                        subnet.id(),
                        Stream.of(Stream.of(subnet.cidrBlock()), Stream.ofNullable(subnet.ipv6CidrBlock()))
                                .flatMap(blocks -> blocks)
                                .map(block -> block(block, counts))
                                .toList()));
    }

    /** Neither the network's own address, nor IPv4's broadcast, nor the gateway is ever held. */
    private static Block block(String text, Map<Integer, Counts> counts) {
        Cidr block = Cidr.of(text);
        long total = block.lastPlace() - (block.family() == 4 ? 2 : 1);
        return Block.of(text, total, counts.getOrDefault(block.family(), NONE));
    }

    private static Counts counts(Row row) {
        return new Counts(row.getLong("allocated"), row.getLong("reserved"), row.getLong("frozen"));
    }
}
