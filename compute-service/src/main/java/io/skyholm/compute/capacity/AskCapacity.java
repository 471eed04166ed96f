package io.skyholm.compute.capacity;

import io.skyholm.compute.machine.RentalMode;
import io.skyholm.compute.placement.Demand;
import io.skyholm.compute.placement.PlacementRequest;
import io.skyholm.compute.size.RequestedSize;
import io.skyholm.compute.size.Size;
import io.skyholm.runtime.problem.Problem;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Of which size, and where; what is left out of a size is the smallest there is. */
public record AskCapacity(
        @QueryParam("poolId") @Nullable UUID poolId,
        @QueryParam("edgeDataCenterId") @Nullable UUID edgeDataCenterId,

        @QueryParam("planId") @Parameter(description = "The size is a plan's, or given outright") @Nullable UUID planId,

        @QueryParam("cpuCores") @Nullable Integer cpuCores,
        @QueryParam("memoryGb") @Nullable Integer memoryGb,
        @QueryParam("storageGb") @Nullable Integer storageGb,
        @QueryParam("gpuCount") @Nullable Integer gpuCount,
        @QueryParam("rentalMode") @Nullable RentalMode rentalMode) {

    public AskCapacity {
        check("cpuCores", cpuCores, 1);
        check("memoryGb", memoryGb, 1);
        check("storageGb", storageGb, 1);
        check("gpuCount", gpuCount, 0);
    }

    RequestedSize size() {
        return planId == null
                ? new RequestedSize(null, null, null, or(cpuCores), or(memoryGb), or(storageGb), gpuCount)
                : new RequestedSize(planId, null, null, cpuCores, memoryGb, storageGb, gpuCount);
    }

    Demand of(Size size) {
        return new PlacementRequest(
                        new PlacementRequest.Where(edgeDataCenterId, poolId, null),
                        new PlacementRequest.Hardware(rentalMode, null, null, null),
                        null,
                        null)
                .demand(size);
    }

    private static Integer or(@Nullable Integer wanted) {
        return wanted == null ? 1 : wanted;
    }

    private static void check(String name, @Nullable Integer value, int least) {
        if (value != null && value < least) {
            throw Problem.invalid(name, "must be at least " + least);
        }
    }
}
