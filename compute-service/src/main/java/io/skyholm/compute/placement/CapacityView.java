package io.skyholm.compute.placement;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many more instances of a size each pool has room for. */
@Schema(name = "Capacity")
public record CapacityView(List<OfPool> items) {

    /** What one pool has room for. */
    @Schema(name = "PoolCapacity")
    public record OfPool(
            UUID resourcePoolId,
            UUID edgeDataCenterId,

            @Schema(description = "How many more of that size fit, if nothing else comes")
            int instances,

            int hosts,
            List<RuledOut> ruledOut,
            String summary) {}
}
