package io.skyholm.network.subnet;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** What lies beside a subnet, and within it. */
@Singleton
class SubnetNeighbours {

    private static final String OVERLAPPING = """
            select name, cidr_block from subnet
            where vpc_id = $1 and deleted_at is null
                and (block && any($2::text[]::inet[]) or ipv6_block && any($2::text[]::inet[])) limit 1""";
    private static final String ALONE = "select 1 from pg_advisory_xact_lock(hashtextextended($1, 0))";
    private static final String HOLD = "select lane from address_lane where subnet_id = $1 order by lane for update";
    private static final String FORGET = "delete from ip_address where subnet_id = $1 and status = 'AVAILABLE'";
    private static final String CLOSE = "delete from address_lane where subnet_id = $1";
    private static final String USED = """
            select 1 where exists (select from ip_address where subnet_id = $1 and status in ('ALLOCATED', 'RESERVED'))
                or exists (select from port where subnet_id = $1 and deleted_at is null)
                or exists (select from place where subnet_id = $1 and deleted_at is null)
                or exists (select from ip_pool where subnet_id = $1 and deleted_at is null)""";

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
        work.send(ALONE, "the ranges of " + id);
        work.send(HOLD, id);
        work.send(FORGET, id);
        work.send(CLOSE, id);
        return work.none(SubnetProblems::inUse, USED, id);
    }
}
