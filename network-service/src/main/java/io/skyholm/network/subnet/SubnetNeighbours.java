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

    private final SubnetAddresses addresses;
    private final String contents;

    SubnetNeighbours(SubnetAddresses addresses, @All List<SubnetContent> contents) {
        this.addresses = addresses;
        this.contents = contents.stream().map(SubnetContent::select).collect(Collectors.joining(" union all "));
    }

    private record Other(String name, String cidrBlock) {}

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
