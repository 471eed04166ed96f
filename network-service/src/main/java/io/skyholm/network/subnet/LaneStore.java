package io.skyholm.network.subnet;

import io.skyholm.network.cidr.Cidr;
import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Writes down which stretches of a subnet may be given. */
@Singleton
class LaneStore {

    void add(Work work, UUID subnet, Layout.Part part) {
        Cidr block = part.block();
        List<Lane> lanes = Lanes.of(block, part.gateway());
        work.send(
                Lanes.ADD,
                subnet,
                block.family(),
                block.at(0),
                lanes.stream().map(Lane::number).toArray(Integer[]::new),
                lanes.stream().map(Lane::first).toArray(Long[]::new),
                lanes.stream().map(Lane::last).toArray(Long[]::new));
    }
}
