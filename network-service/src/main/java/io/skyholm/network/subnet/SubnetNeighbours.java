package io.skyholm.network.subnet;

import io.quarkus.arc.All;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** What lies beside a subnet, and within it. */
@Singleton
class SubnetNeighbours {

    private static final String OVERLAPPING = """
            select name, cidr_block from subnet
            where vpc_id = $1 and deleted_at is null
                and (block && any($2::text[]::inet[]) or ipv6_block && any($2::text[]::inet[])) limit 1""";

    /** Every port of a VPC is told of all of them, by a host that has not much memory. */
    static final int MOST_SUBNETS = 200;

    /** Those of all subnets of a VPC together. */
    static final int MOST_ROUTES = 100;

    private static final String BESIDE = """
            select count(*)::integer as subnets, coalesce(sum(json_array_length(routes::json)), 0)::integer as routes
            from subnet where vpc_id = $1 and id <> $2 and deleted_at is null""";

    private final SubnetAddresses addresses;
    private final String contents;

    SubnetNeighbours(SubnetAddresses addresses, @All List<SubnetContent> contents) {
        this.addresses = addresses;
        this.contents = contents.stream().map(SubnetContent::select).collect(Collectors.joining(" union all "));
    }

    private record Other(String name, String cidrBlock) {}

    private record Beside(int subnets, int routes) {}

    /** Refuses blocks that share addresses with another subnet of the VPC; an exclusion has the last word. */
    Uni<Void> checkApart(Work work, UUID vpc, SubnetLayout layout) {
        String[] blocks =
                layout.parts().stream().map(part -> part.block().text()).toArray(String[]::new);
        return work.find(Other.class, OVERLAPPING, vpc, blocks)
                .invoke(found -> found.ifPresent(other -> {
                    throw SubnetProblems.overlaps(other.name(), other.cidrBlock());
                }))
                .replaceWithVoid();
    }

    /** Refuses what a VPC has no room for beside its other subnets, whatever the caller sees of them. Whoever asks holds the VPC. */
    Uni<Void> checkRoom(Work work, Subnet subnet) {
        return work.unlimited(() -> work.one(Beside.class, BESIDE, subnet.vpcId, subnet.id))
                .invoke(beside -> {
                    if (beside.subnets() >= MOST_SUBNETS) {
                        throw SubnetProblems.vpcFull(MOST_SUBNETS);
                    }
                    checkRoutes(subnet.routes.size(), beside.routes());
                })
                .replaceWithVoid();
    }

    /** The same of its routes alone, for one that is there; none at all always have room. */
    Uni<Void> checkRoutes(Work work, Subnet subnet) {
        return work.unlimited(() -> work.one(Beside.class, BESIDE, subnet.vpcId, subnet.id))
                .invoke(beside -> checkRoutes(subnet.routes.size(), beside.routes()))
                .replaceWithVoid();
    }

    private static void checkRoutes(int wanted, int beside) {
        if (wanted > 0 && wanted + beside > MOST_ROUTES) {
            throw SubnetProblems.tooManyRoutes(MOST_ROUTES, beside);
        }
    }

    /** Refuses a subnet of which something is held, and sees to it that nothing more is given. */
    Uni<Void> checkUnused(Work work, UUID id) {
        return work.unlimited(() -> {
            addresses.close(work, id);
            return work.none(SubnetProblems::inUse, contents + " limit 1", id);
        });
    }

    /** The condition that nothing is held of the subnet in that column of a statement. */
    String unused(String column) {
        return "not exists (" + contents.replace("$1", column) + ")";
    }
}
