package io.skyholm.network.utilisation;

import io.skyholm.network.cidr.Cidr;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much of a subnet is held. */
@Schema(name = "Utilisation")
public record UtilisationView(UUID subnetId, List<Block> blocks) {

    /**
     * One of its blocks.
     *
     * @param total how many addresses may be held by anybody
     */
    @Schema(name = "BlockUtilisation")
    public record Block(
            String cidrBlock,
            long total,
            long allocated,
            long reserved,
            long frozen,
            long available,
            double usedPercent) {

        /** Neither the network's own address, nor IPv4's broadcast, nor the gateway is ever held. */
        static Block of(Cidr block, Counts counts) {
            long total = block.lastPlace() - (block.family() == 4 ? 2 : 1);
            long used = counts.allocated() + counts.reserved() + counts.frozen();
            return new Block(
                    block.text(),
                    total,
                    counts.allocated(),
                    counts.reserved(),
                    counts.frozen(),
                    Math.max(total - used, 0),
                    total == 0 ? 100 : Math.round(10_000.0 * used / total) / 100.0);
        }
    }

    /** How many addresses of a family have which status. */
    record Counts(int family, long allocated, long reserved, long frozen) {

        static Counts none(int family) {
            return new Counts(family, 0, 0, 0);
        }
    }
}
