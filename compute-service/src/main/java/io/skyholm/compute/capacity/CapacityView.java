package io.skyholm.compute.capacity;

import io.skyholm.compute.placement.Explanation;
import io.skyholm.compute.placement.Forecast;
import io.skyholm.compute.placement.RuledOut;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many more instances of a size each pool has room for. */
@Schema(name = "Capacity")
public record CapacityView(List<OfPool> items) {

    static CapacityView of(List<Forecast> pools) {
        return new CapacityView(pools.stream().map(CapacityView::of).toList());
    }

    private static OfPool of(Forecast pool) {
        Explanation why = pool.why();
        return new OfPool(
                pool.poolId(), pool.dataCenterId(), pool.instances(), why.hosts(), why.ruledOut(), why.summary());
    }

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
