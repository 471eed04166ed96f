package io.skyholm.network.subnet;

import io.skyholm.network.cidr.Cidr;
import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Writes down the free ranges of a subnet. */
@Singleton
class FreeRangeStore {

    void add(Work work, UUID subnet, SubnetLayout.Part part) {
        Cidr block = part.block();
        List<FreeRange> ranges = FreeRanges.of(block, part.gateway());
        work.send(
                FreeRanges.ADD,
                subnet,
                block.family(),
                block.at(0),
                ranges.stream().map(FreeRange::number).toArray(Integer[]::new),
                ranges.stream().map(FreeRange::first).toArray(Long[]::new),
                ranges.stream().map(FreeRange::last).toArray(Long[]::new));
    }
}
