package io.skyholm.network.address;

import io.skyholm.network.cidr.Cidr;
import io.skyholm.network.subnet.SubnetAddresses;
import io.skyholm.network.subnet.SubnetContent;
import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Has addresses of a subnet given from when it is created until it is deleted; held ones keep it from being deleted. */
@Singleton
class AddressesInSubnet implements SubnetAddresses, SubnetContent {

    private static final String ALONE = "select 1 from pg_advisory_xact_lock(hashtextextended($1, 0))";
    private static final String HOLD = "select lane from address_lane where subnet_id = $1 order by lane for update";
    private static final String FORGET = "delete from ip_address where subnet_id = $1 and status = 'AVAILABLE'";
    private static final String CLOSE = "delete from address_lane where subnet_id = $1";

    @Override
    public void open(Work work, UUID subnet, Cidr block, String gateway) {
        List<FreeRange> ranges = FreeRanges.of(block, gateway);
        work.send(
                FreeRanges.ADD,
                subnet,
                block.family(),
                block.at(0),
                ranges.stream().map(FreeRange::number).toArray(Integer[]::new),
                ranges.stream().map(FreeRange::first).toArray(Long[]::new),
                ranges.stream().map(FreeRange::last).toArray(Long[]::new));
    }

    @Override
    public void close(Work work, UUID subnet) {
        work.send(ALONE, "the ranges of " + subnet);
        work.send(HOLD, subnet);
        work.send(FORGET, subnet);
        work.send(CLOSE, subnet);
    }

    @Override
    public String select() {
        return "select 1 from ip_address where subnet_id = $1 and status in ('ALLOCATED', 'RESERVED')";
    }
}
