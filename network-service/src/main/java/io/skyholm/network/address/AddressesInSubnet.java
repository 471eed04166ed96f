package io.skyholm.network.address;

import io.skyholm.network.cidr.Cidr;
import io.skyholm.network.cidr.FreeRange;
import io.skyholm.network.cidr.FreeRanges;
import io.skyholm.network.subnet.SubnetAddresses;
import io.skyholm.network.subnet.SubnetContent;
import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Has addresses of a subnet given from when it is created until it is deleted; held ones keep it from being deleted. */
@Singleton
public class AddressesInSubnet implements SubnetAddresses, SubnetContent {

    /** Writes free ranges down: subnet, family, the block's first address, and the numbers, first and last places. */
    public static final String ADD_RANGES = """
            insert into address_lane (subnet_id, family, lane, base, next, last)
            select $1, $2, part.lane, $3::text::inet, part.first, part.last
            from unnest($4::integer[], $5::bigint[], $6::bigint[]) as part (lane, first, last)""";

    private static final String HOLD = "select lane from address_lane where subnet_id = $1 order by lane for update";
    private static final String FORGET = "delete from ip_address where subnet_id = $1 and status = 'AVAILABLE'";
    private static final String CLOSE = "delete from address_lane where subnet_id = $1";

    @Override
    public void open(Work work, UUID subnet, Cidr block, String gateway) {
        List<FreeRange> ranges = FreeRanges.of(block, gateway);
        work.send(
                ADD_RANGES,
                subnet,
                block.family(),
                block.at(0),
                ranges.stream().map(FreeRange::number).toArray(Integer[]::new),
                ranges.stream().map(FreeRange::first).toArray(Long[]::new),
                ranges.stream().map(FreeRange::last).toArray(Long[]::new));
    }

    @Override
    public void close(Work work, UUID subnet) {
        work.lockName("the ranges of " + subnet);
        work.send(HOLD, subnet);
        work.send(FORGET, subnet);
        work.send(CLOSE, subnet);
    }

    @Override
    public String select() {
        return "select 1 from ip_address where subnet_id = $1 and status in ('ALLOCATED', 'RESERVED')";
    }
}
